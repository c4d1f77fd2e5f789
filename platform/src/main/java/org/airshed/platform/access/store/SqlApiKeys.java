package org.airshed.platform.access.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.airshed.platform.access.ApiKey;
import org.airshed.platform.access.ApiKeys;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.server.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** API keys in PostgreSQL, as SHA-256 hashes. */
@Component
class SqlApiKeys implements ApiKeys {
    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN_LETTERS = 10;
    private static final int LONGEST_KEY = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private final JdbcClient jdbc;
    private final ActBook acts;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    SqlApiKeys(JdbcClient jdbc, ActBook acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    @Override
    public List<ApiKey> keys() {
        return jdbc.sql("select * from access.api_key order by created_at desc, id limit 200")
                .query((row, number) -> key(row))
                .list();
    }

    @Override
    @Transactional
    public Issued issue(
            Authority authority, String name, Set<String> words, Scope scope, Instant expires) {
        mustBeWords(words);
        Instant now = clock.instant();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw Refusal.badInput(
                    "access.key-expiry",
                    Map.of(
                            "value", expires.toString(),
                            "latest", now.plus(LONGEST_LIFE).toString()));
        }
        acts.mandate(authority, scope);
        acts.mustExist(scope, "scope");
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        String text = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into access.api_key
                            (id, person, name, prefix, hash, words, scope, expires_at)
                        values (:id, :person, :name, :prefix, :hash, :words, :scope, :expires)
                        """)
                .param("id", id)
                .param("person", authority.actor())
                .param("name", name)
                .param("prefix", text.substring(0, SHOWN_LETTERS))
                .param("hash", sha256(text))
                .param("words", new TreeSet<>(words).toArray(String[]::new))
                .param("scope", scope.code())
                .param("expires", Rows.utc(expires))
                .update();
        acts.record(
                authority,
                scope,
                "access.api-key/" + id,
                "access.api-key-issued",
                Map.of(
                        "key", id.toString(),
                        "words", String.join(" ", new TreeSet<>(words)),
                        "scope", scope.code(),
                        "expires", expires.toString()));
        return new Issued(mustFind(id), text);
    }

    @Override
    @Transactional
    public void revoke(Authority authority, UUID id) {
        ApiKey key = mustFind(id);
        int revoked =
                jdbc.sql(
                                "update access.api_key set revoked_at = now()"
                                        + " where id = :id and revoked_at is null")
                        .param("id", id)
                        .update();
        if (revoked == 0) {
            throw Refusal.conflict(
                    "access.ended-already", Map.of("what", "api-key", "id", id.toString()));
        }
        acts.record(
                authority,
                key.scope(),
                "access.api-key/" + id,
                "access.api-key-revoked",
                Map.of("key", id.toString()));
    }

    @Override
    public Optional<Viewer.ByKey> findViewer(String key) {
        if (!key.startsWith(MARK) || key.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        return jdbc.sql("select key, person from access.use_api_key(:hash)")
                .param("hash", sha256(key))
                .query((row, number) ->
                        new Viewer.ByKey(Rows.uuid(row, "person"), Rows.uuid(row, "key")))
                .optional();
    }

    private ApiKey mustFind(UUID id) {
        return jdbc.sql("select * from access.api_key where id = :id")
                .param("id", id)
                .query((row, number) -> key(row))
                .optional()
                .orElseThrow(() ->
                        Refusal.notFound(
                                "access.unknown", Map.of("what", "api-key", "id", id.toString())));
    }

    private static void mustBeWords(Set<String> words) {
        List<String> known =
                Stream.concat(
                                Arrays.stream(ActKind.values())
                                        // A key that could issue keys would never expire.
                                        .filter(kind -> kind != ActKind.ISSUE_API_KEY)
                                        .map(ActKind::code),
                                Arrays.stream(Dataset.values()).map(Dataset::code))
                        .toList();
        String unknown =
                words.stream().filter(word -> !known.contains(word)).findFirst().orElse("");
        if (words.isEmpty() || !unknown.isEmpty()) {
            throw Refusal.badInput(
                    "access.key-words",
                    Map.of("value", unknown, "expected", String.join(", ", known)));
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                Rows.uuid(row, "id"),
                row.getString("name"),
                row.getString("prefix"),
                Set.copyOf(Rows.texts(row, "words")),
                Scope.of(row.getString("scope")),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.findInstant(row, "last_used_at"),
                Rows.findInstant(row, "revoked_at"));
    }
}
