package org.airshed.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.airshed.platform.access.NewPerson;
import org.airshed.platform.access.Passwords;
import org.airshed.platform.access.People;
import org.airshed.platform.access.Person;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.Standing;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People in PostgreSQL. Row-level security decides who is found. */
@Component
class SqlPeople implements People {
    private static final Keyset BY_LOGIN =
            Keyset.ascending(Keyset.column("login", Keyset.KeyType.TEXT));
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");
    private static final String SELECT =
            """
            select p.id, p.login, p.zh_name, p.en_name, p.email, p.jurisdiction, p.disabled_at,
                   p.demonstration, f.locked_until
            from access.person p
            left join access.sign_in_failure f
              on f.subject = 'login:' || p.login and f.locked_until > now()
            where p.human
            """;
    private final JdbcClient jdbc;
    private final ActBook acts;
    private final Passwords passwords;

    SqlPeople(JdbcClient jdbc, ActBook acts, Passwords passwords) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.passwords = passwords;
    }

    @Override
    public Page<Person> people(Paging paging) {
        List<Person> people =
                jdbc.sql(SELECT + "and " + BY_LOGIN.where(paging) + BY_LOGIN.orderAndLimit(paging))
                        .params(BY_LOGIN.parameters(paging))
                        .query((row, number) -> person(row))
                        .list();
        return BY_LOGIN.page(people, paging, person -> List.of(person.login()));
    }

    @Override
    public Optional<Person> findPerson(UUID id) {
        return jdbc.sql(SELECT + "and p.id = :id")
                .param("id", id)
                .query((row, number) -> person(row))
                .optional();
    }

    @Override
    @Transactional
    public Admission create(Authority authority, NewPerson person) {
        String login = person.login().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(login).matches()) {
            throw Refusal.badInput("access.login-malformed", Map.of("value", person.login()));
        }
        acts.mandate(authority, person.jurisdiction());
        acts.mustExist(person.jurisdiction(), "jurisdiction");
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql(
                            """
                            insert into access.person
                                (id, login, zh_name, en_name, email, jurisdiction, demonstration)
                            values (:id, :login, :zh, :en, :email, :jurisdiction, :demonstration)
                            """)
                    .param("id", id)
                    .param("login", login)
                    .param("zh", person.zhName())
                    .param("en", person.enName())
                    .param(
                            "email",
                            person.email().map(e -> e.toLowerCase(Locale.ROOT)).orElse(null))
                    .param("jurisdiction", person.jurisdiction().code())
                    .param("demonstration", person.demonstration())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict(
                    "access.login-taken",
                    Map.of("login", login, "email", person.email().orElse("")));
        }
        String password = setOneTimePassword(id);
        acts.record(
                authority,
                person.jurisdiction(),
                "access.person/" + id,
                "access.person-created",
                Map.of("person", id.toString(), "login", login));
        return new Admission(mustFind(id), password);
    }

    @Override
    @Transactional
    public void disable(Authority authority, UUID id) {
        Person person = mustFind(id);
        if (id.equals(authority.actor())) {
            throw Refusal.conflict("access.not-oneself", Map.of("login", person.login()));
        }
        acts.mandate(authority, person.jurisdiction());
        mustNotBeTheLastAdministrator(person);
        jdbc.sql(
                        "update access.person set disabled_at = now() where id = :id and disabled_at is null")
                .param("id", id)
                .update();
        endSessions(id);
        recordAbout(authority, person, "access.person-disabled");
    }

    /** Two who disable each other at the same moment come one after the other. */
    private void mustNotBeTheLastAdministrator(Person person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.must_stay'))::text")
                .query(String.class)
                .optional();
        boolean stays =
                jdbc.sql("select access.must_stay_enabled(:person)")
                        .param("person", person.id())
                        .query(Boolean.class)
                        .single();
        if (stays) {
            throw Refusal.conflict(
                    "access.must-stay", Map.of("what", "person", "id", person.login()));
        }
    }

    @Override
    @Transactional
    public void unlock(Authority authority, UUID id) {
        Person person = mustFind(id);
        acts.mandate(authority, person.jurisdiction());
        jdbc.sql("delete from access.sign_in_failure where subject = :subject")
                .param("subject", "login:" + person.login())
                .update();
        recordAbout(authority, person, "access.person-unlocked");
    }

    @Override
    @Transactional
    public Admission resetPassword(Authority authority, UUID id) {
        Person person = mustFind(id);
        acts.mandate(authority, person.jurisdiction());
        String password = setOneTimePassword(id);
        endSessions(id);
        recordAbout(authority, person, "access.password-reset");
        return new Admission(person, password);
    }

    @Override
    @Transactional
    public void linkIdentity(Authority authority, UUID id, String issuer, String subject) {
        Person person = mustFind(id);
        acts.mandate(authority, person.jurisdiction());
        List<String> reach =
                jdbc.sql("select * from access.reach_of_person(:id)")
                        .param("id", id)
                        .query(String.class)
                        .list();
        if (!reach.stream().allMatch(code -> acts.covers(authority, Scope.of(code)))) {
            throw reachesFurther(id);
        }
        try {
            jdbc.sql(
                            "insert into access.federated_identity (issuer, subject, person) values"
                                    + " (:issuer, :subject, :person)")
                    .param("issuer", issuer)
                    .param("subject", subject)
                    .param("person", id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict(
                    "access.identity-taken", Map.of("issuer", issuer, "subject", subject));
        }
        acts.record(
                authority,
                person.jurisdiction(),
                "access.person/" + id,
                "access.identity-linked",
                Map.of("person", id.toString(), "issuer", issuer, "subject", subject));
    }

    private Person mustFind(UUID id) {
        return findPerson(id)
                .orElseThrow(() ->
                        Refusal.notFound("access.person-unknown", Map.of("person", id.toString())));
    }

    private String setOneTimePassword(UUID person) {
        String password = passwords.oneTime();
        boolean allowed =
                jdbc.sql("select access.set_credential(:person, :hash, true)")
                        .param("person", person)
                        .param("hash", passwords.hash(password))
                        .query(Boolean.class)
                        .single();
        if (!allowed) {
            throw reachesFurther(person);
        }
        return password;
    }

    private static Refusal reachesFurther(UUID person) {
        return Refusal.forbidden(
                "access.person-reaches-further", Map.of("person", person.toString()));
    }

    private void endSessions(UUID person) {
        jdbc.sql("delete from access.session where principal_name = :name")
                .param("name", person.toString())
                .update();
    }

    private void recordAbout(Authority authority, Person person, String deed) {
        acts.record(
                authority,
                person.jurisdiction(),
                "access.person/" + person.id(),
                deed,
                Map.of("person", person.id().toString(), "login", person.login()));
    }

    private static Person person(ResultSet row) throws SQLException {
        Optional<Instant> disabled = Rows.findInstant(row, "disabled_at");
        Optional<Instant> locked = Rows.findInstant(row, "locked_until");
        Standing standing =
                disabled.<Standing>map(Standing.Disabled::new)
                        .or(() -> locked.map(Standing.Locked::new))
                        .orElseGet(Standing.Active::new);
        return new Person(
                Rows.uuid(row, "id"),
                row.getString("login"),
                row.getString("zh_name"),
                row.getString("en_name"),
                Optional.ofNullable(row.getString("email")),
                Scope.of(row.getString("jurisdiction")),
                standing,
                row.getBoolean("demonstration"));
    }
}
