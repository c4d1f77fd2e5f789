package org.airshed.platform.database;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts every Spring test of this module on a test database: its own when the class says
 * {@code @OnDatabase}, else the one that all share. The database is made when the context first
 * asks, so a test without a database waits for none.
 */
final class SpringTestDatabases implements ContextCustomizerFactory {
    private static final Map<Class<?>, TestDatabase> DATABASES = new ConcurrentHashMap<>();

    /** The same for the test's own parameter and for the server it starts. */
    static TestDatabase ofClass(Class<?> type) {
        return DATABASES.computeIfAbsent(type, any -> TestServer.running().newDatabase());
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        Class<?> type = testClass;
        while (type.getEnclosingClass() != null && !type.isAnnotationPresent(OnDatabase.class)) {
            type = type.getEnclosingClass();
        }
        return new Customizer(
                type.isAnnotationPresent(OnDatabase.class) ? type : SpringTestDatabases.class);
    }

    /** Equal customizers share a context, and so a database. */
    private record Customizer(Class<?> owner) implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.getEnvironment().getPropertySources().addFirst(new Properties(owner));
        }
    }

    private static final class Properties extends PropertySource<Class<?>> {
        Properties(Class<?> owner) {
            super("test database", owner);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return name.startsWith("airshed.database.")
                    ? ofClass(getSource()).springProperties().get(name)
                    : null;
        }
    }
}
