package org.airshed.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Account;
import org.airshed.platform.access.Accounts;
import org.airshed.platform.access.Passwords;
import org.airshed.platform.access.Scope;
import org.airshed.platform.server.Mode;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.airshed.platform.server.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts in PostgreSQL, through the doors of migration V3. */
@Component
final class SqlAccounts implements Accounts {
    private static final int LONGEST_LOGIN = 100;
    private static final int LONGEST_PASSWORD = 1000;
    // Delays double from the first failure past the free ones: 30 s, 1 min … 1 h.
    private static final int FREE_PER_LOGIN = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final ServiceSettings settings;

    SqlAccounts(JdbcClient jdbc, Passwords passwords, ServiceSettings settings) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.settings = settings;
    }

    private record Credential(Account account, @Nullable String hash) {}

    @Override
    public Attempt attempt(String login, String password, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_LOGIN || password.length() > LONGEST_PASSWORD) {
            return new Attempt.Refused();
        }
        // Counted before it is tried, so that parallel guesses do not share one count.
        Duration wait =
                longer(
                        claim("login:" + name, FREE_PER_LOGIN),
                        claim("address:" + address, FREE_PER_ADDRESS));
        if (wait.isPositive()) {
            return new Attempt.Locked(wait);
        }
        Optional<Credential> credential =
                jdbc.sql("select * from access.account_named(:login)")
                        .param("login", name)
                        .query((row, number) -> new Credential(account(row), row.getString("hash")))
                        .optional();
        boolean equal = passwords.matches(password, credential.map(Credential::hash).orElse(null));
        if (!equal || credential.isEmpty() || !maySignIn(credential.get().account())) {
            return new Attempt.Refused();
        }
        forget("login:" + name);
        unclaim("address:" + address);
        return new Attempt.Accepted(credential.get().account());
    }

    /** Demonstration people exist for the demonstration only, whatever their row says. */
    private boolean maySignIn(Account account) {
        return !account.disabled() && (!account.demonstration() || settings.mode() == Mode.DEMO);
    }

    @Override
    public Optional<Account> findAccount(UUID person) {
        return jdbc.sql("select * from access.account_of(:person)")
                .param("person", person)
                .query((row, number) -> account(row))
                .optional()
                .filter(this::maySignIn);
    }

    @Override
    public Optional<UUID> findLinked(String issuer, String subject) {
        return jdbc.sql(
                        "select person from access.federated_identity"
                                + " where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<UUID> findByEmail(String email) {
        return jdbc.sql("select * from access.person_with_email(:email) p where p is not null")
                .param("email", email)
                .query(UUID.class)
                .optional();
    }

    @Override
    public void changePassword(UUID person, String current, String replacement, String session) {
        Account account =
                findAccount(person)
                        .orElseThrow(() -> Refusal.notSignedIn("access.sign-in-needed", Map.of()));
        String hash =
                jdbc.sql("select hash from access.account_named(:login)")
                        .param("login", account.login())
                        .query(String.class)
                        .optional()
                        .orElse(null);
        Duration wait = claim("login:" + account.login(), FREE_PER_LOGIN);
        if (wait.isPositive()) {
            throw Refusal.tooOften(
                    "access.locked", Map.of("seconds", String.valueOf(wait.toSeconds() + 1)));
        }
        if (!passwords.matches(current, hash)) {
            throw Refusal.badInput("access.password-wrong", Map.of());
        }
        forget("login:" + account.login());
        List<Violation> violations =
                passwords.faults(replacement, account.login(), current).stream()
                        .map(fault -> new Violation("replacement", "…", fault.code()))
                        .toList();
        if (!violations.isEmpty()) {
            throw Refusal.badInput(violations.getFirst().expected(), Map.of(), violations);
        }
        jdbc.sql("select access.set_credential(:person, :hash, false)")
                .param("person", person)
                .param("hash", passwords.hash(replacement))
                .query(Boolean.class)
                .single();
        jdbc.sql("delete from access.session where principal_name = :name and session_id <> :own")
                .param("name", person.toString())
                .param("own", session)
                .update();
    }

    /** Counts an attempt; answers how long to wait when the subject is locked. */
    private Duration claim(String subject, int free) {
        return jdbc.sql(
                        "select access.claim_sign_in(:subject, :free, :first, :longest, :forgotten)")
                .param("subject", subject)
                .param("free", free)
                .param("first", FIRST_DELAY.toSeconds())
                .param("longest", LONGEST_DELAY.toSeconds())
                .param("forgotten", FORGOTTEN_AFTER.toSeconds())
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    private void forget(String subject) {
        jdbc.sql("delete from access.sign_in_failure where subject = :subject")
                .param("subject", subject)
                .update();
    }

    private void unclaim(String subject) {
        jdbc.sql(
                        "update access.sign_in_failure set failures = greatest(failures - 1, 0)"
                                + " where subject = :subject")
                .param("subject", subject)
                .update();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                Rows.uuid(row, "person"),
                row.getString("login"),
                row.getString("zh_name"),
                row.getString("en_name"),
                Scope.of(row.getString("jurisdiction")),
                row.getBoolean("demonstration"),
                row.getBoolean("disabled"),
                row.getBoolean("must_change"));
    }
}
