package org.airshed.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins, reads and ends the session of a browser. */
@Component
final class Sessions {
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();
    private final AccessSettings settings;

    Sessions(AccessSettings settings) {
        this.settings = settings;
    }

    HttpSessionSecurityContextRepository contexts() {
        return contexts;
    }

    /**
     * Begins a session under a new id, so that an id planted before signing in is worth nothing.
     */
    void begin(SessionPerson person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        if (session.getId().equals(request.getRequestedSessionId())) {
            throw new IllegalStateException("a session began under the id the browser brought");
        }
        session.setMaxInactiveInterval(Math.toIntExact(settings.sessionIdle().toSeconds()));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** The person of this request's session, unless it is too old. */
    Optional<SessionPerson> findPerson(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SessionPerson person)) {
            return Optional.empty();
        }
        HttpSession session = request.getSession(false);
        if (session == null
                || Instant.ofEpochMilli(session.getCreationTime())
                        .plus(settings.sessionAbsolute())
                        .isBefore(Instant.now())) {
            end(request);
            return Optional.empty();
        }
        return Optional.of(person);
    }
}
