package org.airshed.platform.access.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.access.Right;
import org.airshed.platform.access.Rights;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks the predicate of migration V2. The moment of an enforcement is the database's own now. */
@Component
final class SqlRights implements Rights {
    private static final String NO_SEAT = "00000000-0000-0000-0000-000000000000";
    private static final Keyset BY_BASIS =
            Keyset.ascending(
                    Keyset.column("basis", Keyset.KeyType.UUID),
                    Keyset.column("coalesce(seat, '" + NO_SEAT + "')", Keyset.KeyType.UUID));
    private static final int REMEMBERED = 10_000;

    /** Who asks for what. */
    private record Question(Optional<UUID> person, Optional<UUID> key, Dataset dataset) {}

    /** An answer, by which count of changes it was given and until when it holds by itself. */
    private record Remembered(Sight sight, long changes, @Nullable OffsetDateTime until) {}

    /** How many changes of rights there were, by the database's clock. */
    private record Count(long changes, OffsetDateTime at) {}

    private final JdbcClient jdbc;
    private final Cache<Question, Remembered> sights =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SqlRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Authority> findAuthority(Viewer viewer, ActKind kind) {
        if (viewer.findPerson().isEmpty()) {
            return Optional.empty();
        }
        Map<JurisdictionCode, UUID> mandates = new HashMap<>();
        UUID[] everywhere = new UUID[1];
        // One mandate per jurisdiction: the oldest, so that the same act names the same mandate.
        jdbc.sql(
                        """
                        select distinct on (jurisdiction) jurisdiction, basis
                        from access.entitlement_of(:person, :key, 'act', :word, now())
                        order by jurisdiction, valid_from, basis
                        """)
                .param("person", viewer.findPerson().get())
                .param("key", viewer.findKey().orElse(null), java.sql.Types.OTHER)
                .param("word", kind.code())
                .query(row -> {
                    String code = row.getString("jurisdiction");
                    if (code.equals(Scope.EVERYWHERE)) {
                        everywhere[0] = Rows.uuid(row, "basis");
                    } else {
                        mandates.put(new JurisdictionCode(code), Rows.uuid(row, "basis"));
                    }
                });
        return mandates.isEmpty() && everywhere[0] == null
                ? Optional.empty()
                : Optional.of(
                        new Authority(
                                viewer.findPerson().get(),
                                kind,
                                mandates,
                                Optional.ofNullable(everywhere[0])));
    }

    /**
     * Every request for data asks this. The answer is remembered until some right changes
     * (migration V32 counts that in the same transaction) or begins or ends by itself.
     */
    @Override
    public Sight sight(Viewer viewer, Dataset dataset) {
        Count count =
                jdbc.sql("select changes, now() as at from access.rights_count")
                        .query((row, at) ->
                                new Count(
                                        row.getLong("changes"),
                                        row.getObject("at", OffsetDateTime.class)))
                        .single();
        Question question = new Question(viewer.findPerson(), viewer.findKey(), dataset);
        Remembered known = sights.getIfPresent(question);
        if (known != null
                && known.changes() == count.changes()
                && (known.until() == null || count.at().isBefore(known.until()))) {
            return known.sight();
        }
        Sight sight = asked(viewer, dataset);
        // What a transaction sees of its own changes may be rolled back, and its count be given
        // again.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            sights.put(question, new Remembered(sight, count.changes(), nextTurn(count.at())));
        }
        return sight;
    }

    private @Nullable OffsetDateTime nextTurn(OffsetDateTime after) {
        return jdbc.sql("select access.next_turn(:after) as turn")
                .param("after", after)
                .query((row, at) ->
                        Optional.ofNullable(row.getObject("turn", OffsetDateTime.class)))
                .single()
                .orElse(null);
    }

    private Sight asked(Viewer viewer, Dataset dataset) {
        Set<JurisdictionCode> jurisdictions = new HashSet<>();
        words(viewer, "dataset", dataset.code(), "jurisdiction").stream()
                .filter(code -> !code.equals(Scope.EVERYWHERE))
                .forEach(code -> jurisdictions.add(new JurisdictionCode(code)));
        return new Sight(dataset, viewer.findPerson(), jurisdictions);
    }

    @Override
    public Set<ActKind> acts(Viewer viewer) {
        Set<String> words = words(viewer, "act", null, "word");
        return Arrays.stream(ActKind.values())
                .filter(kind -> words.contains(kind.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<Dataset> datasets(Viewer viewer) {
        Set<String> words = words(viewer, "dataset", null, "word");
        return Arrays.stream(Dataset.values())
                .filter(dataset -> words.contains(dataset.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> words(Viewer viewer, String kind, @Nullable String word, String column) {
        return new HashSet<>(
                jdbc.sql(
                                "select distinct "
                                        + column
                                        + " from access.entitlement_of(:person, :key, :kind, :word,"
                                        + " now())")
                        .param("person", viewer.findPerson().orElse(null), java.sql.Types.OTHER)
                        .param("key", viewer.findKey().orElse(null), java.sql.Types.OTHER)
                        .param("kind", kind)
                        .param("word", word, java.sql.Types.VARCHAR)
                        .query(String.class)
                        .list());
    }

    @Override
    public Optional<List<Right>> findRightsOf(UUID person, Instant moment) {
        boolean visible =
                jdbc.sql("select exists (select from access.person where id = :person)")
                        .param("person", person)
                        .query(Boolean.class)
                        .single();
        return visible
                ? Optional.of(
                        jdbc.sql("select * from access.rights_of(:person, :moment)")
                                .param("person", person)
                                .param("moment", Rows.utc(moment))
                                .query((row, number) -> right(row))
                                .list())
                : Optional.empty();
    }

    @Override
    public Page<Right> rightsOver(
            JurisdictionCode jurisdiction,
            boolean act,
            String word,
            Instant moment,
            Paging paging) {
        Map<String, Object> after = BY_BASIS.parameters(paging);
        List<Right> rights =
                jdbc.sql(
                                "select * from access.rights_over(:jurisdiction, :kind, :word,"
                                        + " :moment, :after0, :after1, :most)")
                        .param("jurisdiction", jurisdiction.value())
                        .param("kind", act ? "act" : "dataset")
                        .param("word", word)
                        .param("moment", Rows.utc(moment))
                        .param("after0", after.get("after0"), java.sql.Types.OTHER)
                        .param("after1", after.get("after1"), java.sql.Types.OTHER)
                        .param("most", paging.limit() + 1)
                        .query((row, number) -> right(row))
                        .list();
        return BY_BASIS.page(
                rights,
                paging,
                right ->
                        List.of(
                                right.basis().toString(),
                                right.holder()
                                        .map(holder -> holder.seat().toString())
                                        .orElse(NO_SEAT)));
    }

    private static Right right(ResultSet row) throws SQLException {
        return new Right(
                row.getString("kind"),
                row.getString("word"),
                Scope.of(row.getString("scope")),
                Rows.uuid(row, "basis"),
                Rows.instant(row, "basis_from"),
                row.getString("source"),
                Rows.validity(row),
                Rows.findUuid(row, "person").isEmpty()
                        ? Optional.empty()
                        : Optional.of(holder(row)));
    }

    private static Right.Holder holder(ResultSet row) throws SQLException {
        return new Right.Holder(
                Rows.uuid(row, "person"),
                row.getString("login"),
                named(row, "person"),
                Rows.uuid(row, "seat"),
                row.getString("body"),
                named(row, "body"),
                row.getString("role"),
                named(row, "role"));
    }

    private static Right.Named named(ResultSet row, String what) throws SQLException {
        return new Right.Named(row.getString(what + "_zh"), row.getString(what + "_en"));
    }
}
