package org.airshed.platform.server.web;

import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the web server treats arguments, static files and what it cannot parse. */
@Configuration(proxyBeanMethods = false)
class MvcFrame implements WebMvcConfigurer {
    private static final String FILES = "classpath:/META-INF/resources/";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingArgument());
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer
                .mediaType("mjs", MediaType.valueOf("text/javascript"))
                .mediaType("geojson", MediaType.valueOf("application/geo+json"));
    }

    /** The build puts a hash of the content into the names under {@code /assets}. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setUseLastModified(false)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setUseLastModified(false)
                .setEtagGenerator(ContentHash::entityTag)
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerFrame() {
        return factory -> {
            MimeMappings types = new MimeMappings(MimeMappings.DEFAULT);
            types.add("mjs", "text/javascript");
            types.add("geojson", "application/geo+json");
            factory.setMimeMappings(types);
            factory.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.getPipeline().addValve(new UnparsedRequestValve());
            });
        };
    }
}
