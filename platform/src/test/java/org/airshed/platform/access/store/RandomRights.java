package org.airshed.platform.access.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.airshed.platform.access.store.NaiveRights.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws rights by a seed, and writes them into an empty database as its owner. */
final class RandomRights {
    static final List<String> ACTS = List.of("access.people.manage", "observation.import");
    static final List<String> DATASETS = List.of("access.people", "air.published");
    private static final List<String> ROLES = List.of("head", "clerk");
    private static final int HOURS = 12;
    private final Random random;
    private final Instant middle;

    /** Everything begins and ends on the hour, counted from half an hour away from now. */
    RandomRights(long seed) {
        this.random = new Random(seed);
        this.middle = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(30, ChronoUnit.MINUTES);
    }

    /** A moment at which something may begin or end. */
    Instant moment() {
        return middle.plus(random.nextInt(2 * HOURS + 1) - HOURS, ChronoUnit.HOURS);
    }

    NaiveRights draw() {
        List<NaiveRights.Place> places = places();
        List<NaiveRights.Somebody> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(
                    new NaiveRights.Somebody(
                            id(), scope(places, 10), random.nextInt(4) == 0 ? moment() : null));
        }
        List<NaiveRights.Organ> bodies = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bodies.add(new NaiveRights.Organ(id(), span()));
        }
        List<NaiveRights.Chair> seats = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            seats.add(
                    new NaiveRights.Chair(
                            id(), any(people).id(), any(bodies).id(), any(ROLES), span()));
        }
        List<NaiveRights.Power> powers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            boolean act = random.nextBoolean();
            powers.add(
                    new NaiveRights.Power(
                            id(),
                            act || random.nextInt(3) > 0 ? any(bodies).id() : null,
                            act ? any(ROLES) : null,
                            any(act ? ACTS : DATASETS),
                            scope(places, 8),
                            span()));
        }
        List<NaiveRights.Key> keys = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant from = moment();
            keys.add(
                    new NaiveRights.Key(
                            id(),
                            any(people).id(),
                            List.of(any(ACTS), any(DATASETS)),
                            scope(places, 4),
                            new Span(from, from.plus(random.nextInt(9), ChronoUnit.HOURS))));
        }
        return new NaiveRights(places, people, bodies, seats, powers, keys);
    }

    /** A forest of up to twelve places; every eighth one holds a ring. */
    private List<NaiveRights.Place> places() {
        List<NaiveRights.Place> places = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            String parent = i == 0 || random.nextInt(4) == 0 ? null : any(places).code();
            Span span =
                    random.nextInt(3) > 0 ? new Span(moment().minusSeconds(864000), null) : span();
            places.add(new NaiveRights.Place("P" + i, parent, span));
        }
        if (count > 2 && random.nextInt(8) == 0) {
            NaiveRights.Place first = places.getFirst();
            places.set(
                    0, new NaiveRights.Place(first.code(), places.getLast().code(), first.span()));
        }
        return places;
    }

    private String scope(List<NaiveRights.Place> places, int everywhere) {
        return random.nextInt(everywhere) == 0 ? "*" : any(places).code();
    }

    private Span span() {
        Instant from = moment();
        return new Span(
                from,
                random.nextInt(3) == 0
                        ? null
                        : from.plus(1 + random.nextInt(2 * HOURS), ChronoUnit.HOURS));
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static void write(NaiveRights rights, JdbcClient owner) {
        write(
                owner,
                "truncate access.person, access.body, access.body_role, access.seat,"
                        + " access.mandate, access.data_grant, access.api_key,"
                        + " region.jurisdiction cascade");
        for (NaiveRights.Place place : rights.places()) {
            write(
                    owner,
                    "insert into region.jurisdiction (code, level, zh_name, en_name, zone,"
                            + " source, valid_from, valid_to)"
                            + " values (?, 'county', '地', 'Place', 'UTC', 'test', ?, ?)",
                    place.code(),
                    utc(place.span().from()),
                    utc(place.span().to()));
        }
        for (NaiveRights.Place place : rights.places()) {
            write(
                    owner,
                    "update region.jurisdiction set parent = ? where code = ?",
                    place.parent(),
                    place.code());
        }
        for (NaiveRights.Somebody person : rights.people()) {
            write(
                    owner,
                    "insert into access.person (id, login, zh_name, en_name, jurisdiction,"
                            + " disabled_at) values (?, ?, '人', 'Person', ?, ?)",
                    person.id(),
                    "p" + person.id(),
                    person.jurisdiction(),
                    utc(person.disabled()));
        }
        for (NaiveRights.Organ body : rights.bodies()) {
            write(
                    owner,
                    "insert into access.body (id, code, zh_name, en_name, kind,"
                            + " jurisdiction, valid_from, valid_to)"
                            + " values (?, ?, '会', 'Body', 'office', '*', ?, ?)",
                    body.id(),
                    "b" + body.id(),
                    utc(body.span().from()),
                    utc(body.span().to()));
            ROLES.forEach(role ->
                    write(
                            owner,
                            "insert into access.body_role values (?, ?, '职', 'Role')",
                            body.id(),
                            role));
        }
        writeWhatTheyHold(rights, owner);
    }

    private static void writeWhatTheyHold(NaiveRights rights, JdbcClient owner) {
        for (NaiveRights.Chair seat : rights.seats()) {
            write(
                    owner,
                    "insert into access.seat (id, person, body, role, jurisdiction,"
                            + " valid_from, valid_to) values (?, ?, ?, ?, '*', ?, ?)",
                    seat.id(),
                    seat.person(),
                    seat.body(),
                    seat.role(),
                    utc(seat.span().from()),
                    utc(seat.span().to()));
        }
        for (NaiveRights.Power power : rights.powers()) {
            String table =
                    power.role() == null
                            ? "access.data_grant (id, body, dataset"
                            : "access.mandate (id, body, act";
            owner.sql(
                            "insert into "
                                    + table
                                    + ", scope, source, valid_from, valid_to"
                                    + (power.role() == null ? "" : ", role")
                                    + ") values (:id, :body, :word, :scope, 'test', :from, :to"
                                    + (power.role() == null ? ")" : ", :role)"))
                    .param("id", power.id())
                    .param("body", power.body(), java.sql.Types.OTHER)
                    .param("word", power.word())
                    .param("scope", power.scope())
                    .param("from", utc(power.span().from()))
                    .param("to", utc(power.span().to()))
                    .param("role", power.role())
                    .update();
        }
        for (NaiveRights.Key key : rights.keys()) {
            write(
                    owner,
                    "insert into access.api_key (id, person, name, prefix, hash, words,"
                            + " scope, created_at, expires_at)"
                            + " values (?, ?, 'key', 'ask_', decode(?, 'hex'),"
                            + " string_to_array(?, ' '), ?, ?, ?)",
                    key.id(),
                    key.person(),
                    key.id().toString().replace("-", ""),
                    String.join(" ", key.words()),
                    key.scope(),
                    utc(key.span().from()),
                    utc(key.span().to()));
        }
    }

    private static void write(JdbcClient owner, String sql, @Nullable Object... values) {
        JdbcClient.StatementSpec statement = owner.sql(sql);
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.update();
    }

    private static java.time.@Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(java.time.ZoneOffset.UTC);
    }
}
