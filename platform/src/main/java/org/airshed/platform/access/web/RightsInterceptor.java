package org.airshed.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.airshed.platform.access.CurrentViewer;
import org.airshed.platform.access.Rights;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.ForActors;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.ForSignedIn;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Refusal;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Answers only those whom the route declares, and nobody where it declares nothing. */
@Component
final class RightsInterceptor implements HandlerInterceptor {
    /** Handlers of libraries that answer everybody: the description of the API and bare errors. */
    private static final Set<String> NAMED_LIBRARIES =
            Set.of(
                    "org.springdoc.webmvc.api.",
                    "org.springframework.boot.webmvc.autoconfigure.error.");

    private final CurrentViewer current;
    private final Rights rights;

    RightsInterceptor(CurrentViewer current, Rights rights) {
        this.current = current;
        this.rights = rights;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            admit(request, method);
            return true;
        }
        if (handler instanceof ResourceHttpRequestHandler || isNamed(handler.getClass())) {
            return true;
        }
        if (handler.getClass().getName().startsWith("org.springframework.web.servlet.mvc.")) {
            return true; // forwards to the pages' own files
        }
        throw undeclared(request);
    }

    private void admit(HttpServletRequest request, HandlerMethod method) {
        Viewer viewer = current.viewer();
        ForActors actors =
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), ForActors.class);
        ForReaders readers =
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), ForReaders.class);
        if (actors != null) {
            mustBeSignedIn(viewer);
            Authority authority =
                    rights.findAuthority(viewer, actors.value())
                            .orElseThrow(() ->
                                    Refusal.forbidden(
                                            "access.no-mandate",
                                            Map.of("act", actors.value().code())));
            request.setAttribute(Authority.class.getName(), authority);
        } else if (readers != null) {
            request.setAttribute(Sight.class.getName(), rights.sight(viewer, readers.value()));
        } else if (declares(method, ForSignedIn.class)) {
            mustBeSignedIn(viewer);
        } else if (!declares(method, OpenToAll.class) && !isNamed(method.getBeanType())) {
            throw undeclared(request);
        }
    }

    private static boolean declares(
            HandlerMethod method, Class<? extends java.lang.annotation.Annotation> declaration) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), declaration);
    }

    private static boolean isNamed(Class<?> type) {
        return NAMED_LIBRARIES.stream().anyMatch(type.getName()::startsWith);
    }

    private static void mustBeSignedIn(Viewer viewer) {
        if (viewer.findPerson().isEmpty()) {
            throw Refusal.notSignedIn("access.sign-in-needed", Map.of());
        }
    }

    private static Refusal undeclared(HttpServletRequest request) {
        return Refusal.forbidden(
                "access.route-undeclared", Map.of("path", request.getRequestURI()));
    }
}
