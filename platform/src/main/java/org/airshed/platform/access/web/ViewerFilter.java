package org.airshed.platform.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.platform.access.Account;
import org.airshed.platform.access.Accounts;
import org.airshed.platform.access.ApiKeys;
import org.airshed.platform.access.CurrentViewer;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, by key or by session, and does the rest of the request as them. */
final class ViewerFilter extends OncePerRequestFilter {
    /** What somebody who must first choose a password may still do. */
    private static final Set<String> BEFORE_PASSWORD =
            Set.of("/api/v1/session", "/api/v1/session/password", "/api/v1/service");

    private final Sessions sessions;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final CurrentViewer current;
    private final Problems problems;

    ViewerFilter(
            Sessions sessions,
            Accounts accounts,
            ApiKeys keys,
            CurrentViewer current,
            Problems problems) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.keys = keys;
        this.current = current;
        this.problems = problems;
    }

    /** By the decoded path, as routes are found: {@code /%61pi/} leads to the same place. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = RateLimits.BearerKey.of(request);
        if (key != null) {
            Optional<Viewer.ByKey> viewer = keys.findViewer(key);
            if (viewer.isEmpty() || accounts.findAccount(viewer.get().person()).isEmpty()) {
                refuse(new Problem(401, "access.key-refused", Map.of()), request, response);
                return;
            }
            proceed(viewer.get(), request, response, chain);
            return;
        }
        Optional<SessionPerson> person = sessions.findPerson(request);
        Optional<Account> account =
                person.map(SessionPerson::person).flatMap(accounts::findAccount);
        if (person.isPresent() && account.isEmpty()) {
            sessions.end(request);
        }
        if (account.isPresent()
                && account.get().mustChangePassword()
                && !person.get().byProvider()
                && !BEFORE_PASSWORD.contains(request.getServletPath())) {
            refuse(new Problem(403, "access.password-must-change", Map.of()), request, response);
            return;
        }
        Viewer viewer =
                account.<Viewer>map(known -> new Viewer.SignedIn(known.person()))
                        .orElseGet(Viewer.Anybody::new);
        proceed(viewer, request, response, chain);
    }

    private void proceed(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            current.as(
                    viewer,
                    () -> {
                        chain.doFilter(request, response);
                        return "";
                    });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException("a filter throws nothing else", impossible);
        }
    }

    private void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.send(problem, request, response);
    }
}
