package org.airshed.platform.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Account;
import org.airshed.platform.access.Accounts;
import org.airshed.platform.access.CurrentViewer;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.Rights;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForSignedIn;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. These routes answer everybody: about whoever asks, and nobody else. */
@RestController
final class SessionRoutes {
    private final Accounts accounts;
    private final Sessions sessions;
    private final CurrentViewer current;
    private final Rights rights;
    private final OidcSettings oidc;
    private final DemonstrationPeople demonstration;

    SessionRoutes(
            Accounts accounts,
            Sessions sessions,
            CurrentViewer current,
            Rights rights,
            OidcSettings oidc,
            DemonstrationPeople demonstration) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.current = current;
        this.rights = rights;
        this.oidc = oidc;
        this.demonstration = demonstration;
    }

    @OpenToAll
    @GetMapping("/api/v1/session")
    @Operation(operationId = "session", summary = "Who you are here and what you may do")
    SessionDocument session(HttpServletRequest request) {
        boolean byProvider =
                sessions.findPerson(request).map(SessionPerson::byProvider).orElse(false);
        return document(current.viewer(), byProvider);
    }

    @OpenToAll
    @PostMapping("/api/v1/session")
    @Operation(operationId = "signIn", summary = "Sign in with login and password")
    SessionDocument signIn(
            @Valid @RequestBody SignIn attempt,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (accounts.attempt(
                attempt.login(), attempt.password(), request.getRemoteAddr())) {
            case Accounts.Attempt.Refused() ->
                    throw Refusal.notSignedIn("access.sign-in-refused", Map.of());
            case Accounts.Attempt.Locked(var wait) -> {
                response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
                throw Refusal.tooOften(
                        "access.locked", Map.of("seconds", String.valueOf(wait.toSeconds())));
            }
            case Accounts.Attempt.Accepted(var account) -> {
                sessions.begin(new SessionPerson(account.person(), false), request, response);
                Viewer viewer = new Viewer.SignedIn(account.person());
                yield current.as(viewer, () -> document(viewer, false));
            }
        };
    }

    @OpenToAll
    @DeleteMapping("/api/v1/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "signOut", summary = "Sign out")
    void signOut(HttpServletRequest request) {
        sessions.end(request);
    }

    @ForSignedIn
    @PostMapping("/api/v1/session/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changePassword",
            summary = "Choose a new password; your other sessions end")
    void changePassword(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        if (!(current.viewer() instanceof Viewer.SignedIn(UUID person))) {
            throw Refusal.forbidden("access.session-needed", Map.of());
        }
        accounts.changePassword(
                person, change.current(), change.replacement(), request.getSession().getId());
    }

    private SessionDocument document(Viewer viewer, boolean byProvider) {
        Optional<Account> account = viewer.findPerson().flatMap(accounts::findAccount);
        return new SessionDocument(
                account.isPresent(),
                account.map(Account::person),
                account.map(Account::login),
                account.map(known -> new BilingualText(known.zhName(), known.enName())),
                account.map(Account::jurisdiction).map(Scope::code),
                account.map(Account::demonstration).orElse(false),
                account.map(Account::mustChangePassword).orElse(false) && !byProvider,
                rights.acts(viewer).stream().map(ActKind::code).sorted().toList(),
                rights.datasets(viewer).stream().map(Dataset::code).sorted().toList(),
                oidc.configured()
                        ? List.of(
                                new Provider(
                                        OidcSignIn.REGISTRATION,
                                        new BilingualText(oidc.labelZh(), oidc.labelEn()),
                                        OidcSignIn.START))
                        : List.of(),
                demonstration.accounts().stream()
                        .map(known ->
                                new DemonstrationAccount(
                                        known.login(),
                                        known.password(),
                                        new BilingualText(known.zhName(), known.enName()),
                                        new BilingualText(known.zhRole(), known.enRole())))
                        .toList());
    }

    /** An attempt to sign in, as sent. */
    @Schema(name = "SignIn", description = "A login and its password.")
    record SignIn(
            @Schema(description = "The login", example = "hebei.monitor") @NotNull String login,
            @Schema(description = "The password") @NotNull String password) {
        @Override
        public String toString() {
            return "SignIn[login=" + login + "]";
        }
    }

    /** A change of password, as sent. */
    @Schema(name = "PasswordChange", description = "The password in force and the one to come.")
    record PasswordChange(
            @Schema(description = "The password in force") @NotNull String current,
            @Schema(description = "The new one: 12 to 128 characters") @NotNull
                    String replacement) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    /** A session, as sent. */
    @Schema(name = "Session", description = "Who asks, and what they may do.")
    record SessionDocument(
            @Schema(
                            description = "Whether somebody is signed in",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    boolean signedIn,
            @Schema(description = "The person's id", type = "string", format = "uuid")
                    Optional<UUID> person,
            @Schema(description = "Their login", type = "string") Optional<String> login,
            @Schema(description = "Their name") Optional<BilingualText> name,
            @Schema(
                            description = "Whose staff they are; * for the platform's own",
                            type = "string",
                            example = "130000")
                    Optional<String> jurisdiction,
            @Schema(
                            description = "Whether they exist only to show the platform",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    boolean demonstration,
            @Schema(
                            description =
                                    "Whether they must choose a password before anything else",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    boolean mustChangePassword,
            @Schema(
                            description = "The acts they may perform somewhere",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<String> acts,
            @Schema(
                            description = "The datasets they may see somewhere",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<String> datasets,
            @Schema(
                            description = "Other ways to sign in",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<Provider> providers,
            @Schema(
                            description = "Accounts anybody may try, in a demonstration",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    List<DemonstrationAccount> demonstrationAccounts) {}

    /** An identity provider, as sent. */
    @Schema(name = "Provider", description = "An identity provider to sign in through.")
    record Provider(
            @Schema(description = "Its id", requiredMode = Schema.RequiredMode.REQUIRED) String id,
            @Schema(description = "Its name", requiredMode = Schema.RequiredMode.REQUIRED)
                    BilingualText label,
            @Schema(
                            description = "Where to send the browser",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String href) {}

    /** A demonstration account, as sent. */
    @Schema(name = "DemonstrationAccount", description = "An account anybody may try.")
    record DemonstrationAccount(
            @Schema(description = "The login", requiredMode = Schema.RequiredMode.REQUIRED)
                    String login,
            @Schema(description = "The password", requiredMode = Schema.RequiredMode.REQUIRED)
                    String password,
            @Schema(description = "The name", requiredMode = Schema.RequiredMode.REQUIRED)
                    BilingualText name,
            @Schema(description = "The role", requiredMode = Schema.RequiredMode.REQUIRED)
                    BilingualText role) {}
}
