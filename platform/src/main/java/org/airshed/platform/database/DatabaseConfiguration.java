package org.airshed.platform.database;

import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The data source exists once the database runs and every schema is migrated. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    OpenDatabase openDatabase(
            DatabaseSettings settings,
            @Value("${airshed.home:}") String home,
            List<RoomSchema> rooms)
            throws IOException {
        return OpenDatabase.open(settings, HomeFolder.of(home), rooms);
    }

    @Bean
    @Primary
    DataSource dataSource(OpenDatabase database) {
        return new ContextualDataSource(database.pool());
    }

    /** Last of all, so that the room that knows the viewer may itself use the database. */
    @Bean
    SmartInitializingSingleton viewerOnEveryConnection(
            DataSource dataSource, ObjectProvider<ConnectionContext> contexts) throws Exception {
        ContextualDataSource contextual = (ContextualDataSource) dataSource;
        return () -> contexts.ifAvailable(contextual::use);
    }
}
