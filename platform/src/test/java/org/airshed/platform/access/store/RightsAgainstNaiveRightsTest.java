package org.airshed.platform.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.access.Right;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one predicate, asked both ways, in SQL, in Java and by row-level security, on drawn rights.
 */
@OnDatabase
class RightsAgainstNaiveRightsTest {
    private static final int SEEDS = 40;
    private static final int MOMENTS = 3;
    private final TestDatabase database;
    private final JdbcClient owner;

    RightsAgainstNaiveRightsTest(TestDatabase database) {
        this.database = database;
        this.owner = JdbcClient.create(database.owner());
    }

    @Test
    void bothQuestionsAgreeWithTheNaiveAnswerAtAnyMoment() {
        int held = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomRights drawing = new RandomRights(seed);
            NaiveRights naive = drawing.draw();
            RandomRights.write(naive, owner);
            for (int i = 0; i < MOMENTS; i++) {
                Instant moment = drawing.moment();
                for (String word : RandomRights.ACTS) {
                    held += compare(seed, naive, "act", word, moment);
                }
                for (String word : RandomRights.DATASETS) {
                    held += compare(seed, naive, "dataset", word, moment);
                }
            }
        }
        // Had the drawing given nobody anything, all of this would agree too.
        assertThat(held).isGreaterThan(SEEDS * 50);
    }

    @Test
    void sightAndAuthorityAgreeWithRowLevelSecurityAndWithTheNaiveAnswer() {
        owner.sql("create table access.probe (jurisdiction text, dataset text)").update();
        owner.sql("alter table access.probe enable row level security").update();
        for (String word : RandomRights.DATASETS) {
            owner.sql(
                            """
                            create policy "%1$s" on access.probe for select using (dataset = '%1$s'
                                and jurisdiction = any ((select rights.sees('%1$s'))::text[]))
                            """
                                    .formatted(word))
                    .update();
        }
        owner.sql("alter table access.probe force row level security").update();
        for (long seed = 1001; seed <= 1000 + SEEDS / 2; seed++) {
            NaiveRights naive = new RandomRights(seed).draw();
            RandomRights.write(naive, owner);
            probe(naive);
            for (Viewer viewer : viewers(naive)) {
                compareAsViewer(seed, naive, viewer);
            }
        }
    }

    /** Everybody with no key, and every key. */
    private static List<Viewer> viewers(NaiveRights naive) {
        List<Viewer> viewers = new ArrayList<>();
        viewers.add(new Viewer.Anybody());
        naive.people().forEach(person -> viewers.add(new Viewer.SignedIn(person.id())));
        naive.keys().forEach(key -> viewers.add(new Viewer.ByKey(key.person(), key.id())));
        return viewers;
    }

    private int compare(long seed, NaiveRights naive, String kind, String word, Instant moment) {
        int held = 0;
        String about = "seed %d, %s %s at %s".formatted(seed, kind, word, moment);
        for (Viewer viewer : viewers(naive)) {
            UUID person = viewer.findPerson().orElse(null);
            UUID key = viewer.findKey().orElse(null);
            Set<String> expected = new HashSet<>();
            for (String code : naive.codes()) {
                naive.of(person, key, kind, word, code, moment)
                        .forEach(found ->
                                expected.add(code + told(found.power().id(), found.seat())));
            }
            assertThat(of(person, key, kind, word, moment))
                    .as(about + " of " + viewer)
                    .isEqualTo(expected);
            held += expected.size();
        }
        for (String code : naive.codes()) {
            Set<String> expected =
                    naive.over(kind, word, code, moment).stream()
                            .map(found -> found.person() + told(found.power().id(), found.seat()))
                            .collect(Collectors.toSet());
            assertThat(over(code, kind, word, moment))
                    .as(about + " over " + code)
                    .isEqualTo(expected);
        }
        assertThat(over("nowhere", kind, word, moment)).as(about).isEmpty();
        return held;
    }

    private static String told(UUID basis, @Nullable UUID seat) {
        return " " + basis + " " + seat;
    }

    private Set<String> of(
            @Nullable UUID person, @Nullable UUID key, String kind, String word, Instant moment) {
        return owner.sql(
                        "select jurisdiction || ' ' || basis || ' ' || coalesce(seat::text, 'null')"
                                + " from access.entitlement_of(:person, :key, :kind, :word, :moment)")
                .param("person", person, java.sql.Types.OTHER)
                .param("key", key, java.sql.Types.OTHER)
                .param("kind", kind)
                .param("word", word)
                .param("moment", Rows.utc(moment))
                .query(String.class)
                .set();
    }

    private Set<String> over(String code, String kind, String word, Instant moment) {
        return owner.sql(
                        "select coalesce(person::text, 'null') || ' ' || basis || ' '"
                                + " || coalesce(seat::text, 'null')"
                                + " from access.entitlement_over(:code, :kind, :word, :moment)")
                .param("code", code)
                .param("kind", kind)
                .param("word", word)
                .param("moment", Rows.utc(moment))
                .query(String.class)
                .set();
    }

    /** A row of each dataset in each place. */
    private void probe(NaiveRights naive) {
        owner.sql("truncate access.probe").update();
        // The owner is under the policies of this table too, so another table's rows go in as its
        // own.
        owner.sql("alter table access.probe no force row level security").update();
        for (NaiveRights.Place place : naive.places()) {
            for (String word : RandomRights.DATASETS) {
                owner.sql("insert into access.probe values (?, ?)")
                        .params(place.code(), word)
                        .update();
            }
        }
        owner.sql("alter table access.probe force row level security").update();
    }

    private void compareAsViewer(long seed, NaiveRights naive, Viewer viewer) {
        UUID person = viewer.findPerson().orElse(null);
        UUID key = viewer.findKey().orElse(null);
        Map<String, String> settings = new HashMap<>();
        viewer.findPerson().ifPresent(id -> settings.put("airshed.person", id.toString()));
        viewer.findKey().ifPresent(id -> settings.put("airshed.key", id.toString()));
        JdbcClient rows = JdbcClient.create(database.application(settings));
        SqlRights rights = new SqlRights(rows);
        Instant now = Instant.now();
        String about = "seed %d, %s".formatted(seed, viewer);
        for (Dataset dataset : List.of(Dataset.PEOPLE, Dataset.PUBLISHED_AIR)) {
            Set<String> expected = naive.reach(person, key, "dataset", dataset.code(), now);
            expected.remove("*");
            assertThat(codes(rights.sight(viewer, dataset).jurisdictions()))
                    .as(about)
                    .isEqualTo(expected);
            assertThat(
                            rows.sql("select jurisdiction from access.probe where dataset = ?")
                                    .param(dataset.code())
                                    .query(String.class)
                                    .set())
                    .as(about + " under row-level security")
                    .isEqualTo(expected);
        }
        for (ActKind kind : List.of(ActKind.MANAGE_PEOPLE, ActKind.IMPORT_OBSERVATIONS)) {
            Set<String> expected = naive.reach(person, key, "act", kind.code(), now);
            assertThat(authority(rights, viewer, kind)).as(about).isEqualTo(expected);
            assertThat(
                            rows.sql("select unnest(access.may(?))")
                                    .param(kind.code())
                                    .query(String.class)
                                    .set())
                    .as(about)
                    .isEqualTo(expected);
        }
        compareTold(about, naive, viewer, rights, now);
    }

    /** What is told over a place, page by page, names those whom the viewer may see. */
    private static void compareTold(
            String about, NaiveRights naive, Viewer viewer, SqlRights rights, Instant now) {
        UUID person = viewer.findPerson().orElse(null);
        UUID key = viewer.findKey().orElse(null);
        Set<String> seen = naive.reach(person, key, "dataset", Dataset.PEOPLE.code(), now);
        seen.addAll(naive.reach(person, key, "act", ActKind.MANAGE_PEOPLE.code(), now));
        for (NaiveRights.Place place : naive.places()) {
            Set<String> expected =
                    naive
                            .over("act", ActKind.IMPORT_OBSERVATIONS.code(), place.code(), now)
                            .stream()
                            .filter(held ->
                                    held.person() == null
                                            || held.person().equals(person)
                                            || seen.contains(
                                                    naive.person(held.person()).jurisdiction()))
                            .map(held -> held.person() + told(held.power().id(), held.seat()))
                            .collect(Collectors.toSet());
            assertThat(told(rights, place.code(), now))
                    .as(about + " told over " + place.code())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<String> told(SqlRights rights, String code, Instant now) {
        List<String> told = new ArrayList<>();
        Optional<List<String>> after = Optional.empty();
        for (int page = 0; page < 100; page++) {
            Page<Right> found =
                    rights.rightsOver(
                            new JurisdictionCode(code),
                            true,
                            ActKind.IMPORT_OBSERVATIONS.code(),
                            now,
                            new Paging(2, after, "/over"));
            for (Right right : found.items()) {
                UUID seat = right.holder().map(Right.Holder::seat).orElse(null);
                told.add(
                        right.holder().map(Right.Holder::person).orElse(null)
                                + told(right.basis(), seat));
                after = Optional.of(List.of(right.basis().toString(), String.valueOf(seat)));
            }
            if (found.next().isEmpty()) {
                return told;
            }
        }
        throw new AssertionError("pages without end over " + code);
    }

    private static Set<String> authority(SqlRights rights, Viewer viewer, ActKind kind) {
        return rights.findAuthority(viewer, kind)
                .map(authority -> {
                    Set<String> reach = codes(authority.mandates().keySet());
                    authority.everywhere().ifPresent(mandate -> reach.add("*"));
                    return reach;
                })
                .orElseGet(HashSet::new);
    }

    private static Set<String> codes(Set<JurisdictionCode> jurisdictions) {
        return jurisdictions.stream()
                .map(JurisdictionCode::value)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
