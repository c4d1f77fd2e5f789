package org.airshed.platform.server.web;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.ForSignedIn;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.rights.Sight;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Refuses to start a server with a route that does not say whom it is for. Routes of libraries are
 * not ours to annotate; {@code access} lets none of them through that it does not name.
 */
@Component
final class RouteDeclarations implements SmartInitializingSingleton {
    private static final List<Class<? extends Annotation>> DECLARATIONS =
            List.of(OpenToAll.class, ForSignedIn.class, ForActors.class, ForReaders.class);
    private final List<RequestMappingHandlerMapping> mappings;

    RouteDeclarations(List<RequestMappingHandlerMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods()
                    .forEach((route, handler) -> {
                        if (isOurs(handler)) {
                            faults.addAll(faults(route.toString(), handler));
                        }
                    });
        }
        if (!faults.isEmpty()) {
            throw new UndeclaredRoute(List.copyOf(new TreeSet<>(faults)));
        }
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.airshed.");
    }

    private static List<String> faults(String route, HandlerMethod handler) {
        String place = route + " (" + handler.getShortLogMessage() + ")";
        List<Class<? extends Annotation>> found =
                DECLARATIONS.stream()
                        .filter(declaration ->
                                AnnotatedElementUtils.hasAnnotation(
                                        handler.getMethod(), declaration))
                        .toList();
        if (found.size() != 1) {
            return List.of(
                    place + ": expected exactly one declaration of rights, found " + names(found));
        }
        List<String> faults = new ArrayList<>();
        if (found.contains(ForActors.class) && !takes(handler, Authority.class)) {
            faults.add(place + ": expected a handler of @ForActors to take an Authority");
        }
        if (found.contains(ForReaders.class) && !takes(handler, Sight.class)) {
            faults.add(place + ": expected a handler of @ForReaders to take a Sight");
        }
        return faults;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    private static String names(List<Class<? extends Annotation>> found) {
        return found.isEmpty()
                ? "none"
                : String.join(", ", found.stream().map(Class::getSimpleName).toList());
    }
}
