package org.airshed.platform.access.store;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Bodies;
import org.airshed.platform.access.Body;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.access.NewBody;
import org.airshed.platform.access.NewPerson;
import org.airshed.platform.access.Passwords;
import org.airshed.platform.access.People;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.SystemActor;
import org.airshed.platform.access.Validity;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.server.Mode;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees to it at start that somebody can sign in: in earnest one administrator, whose password for
 * one sign-in is printed once; in a demonstration its people, with a password of this start. In
 * earnest, demonstration people left in the database are disabled. Decision 0040.
 */
@Component
@Order(FirstPeople.ORDER)
class FirstPeople implements ApplicationRunner, DemonstrationPeople {
    /** After the jurisdictions the demonstration's people belong to. */
    static final int ORDER = 200;

    private static final String PLATFORM = "platform";
    private static final String ADMINISTRATOR = "administrator";
    private static final String SOURCE = "installation";
    private static final List<ActKind> ADMINISTRATORS_ACTS =
            List.of(
                    ActKind.MANAGE_PEOPLE,
                    ActKind.MANAGE_MANDATES,
                    ActKind.GRANT_DATA,
                    ActKind.ISSUE_API_KEY,
                    ActKind.CHANGE_REGION);

    private final JdbcClient jdbc;
    private final SystemActor system;
    private final People people;
    private final Bodies bodies;
    private final Passwords passwords;
    private final Mode mode;
    private volatile List<DemonstrationAccount> accounts = List.of();

    FirstPeople(
            JdbcClient jdbc,
            SystemActor system,
            People people,
            Bodies bodies,
            Passwords passwords,
            ServiceSettings settings) {
        this.jdbc = jdbc;
        this.system = system;
        this.people = people;
        this.bodies = bodies;
        this.passwords = passwords;
        this.mode = settings.mode();
    }

    @Override
    public List<DemonstrationAccount> accounts() {
        return accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        giveAdministratorsTheirMandates();
        switch (mode) {
            case SERVE -> {
                // In this order: the last administrator is never disabled.
                createAdministrator();
                disableDemonstrationPeople();
            }
            case DEMO -> playDemonstration();
        }
    }

    private void giveAdministratorsTheirMandates() {
        List<String> given =
                system.see(() ->
                        jdbc.sql(
                                        "select act from access.mandate where role = :role"
                                                + " and body = (select id from"
                                                + " access.body_named(:body))")
                                .param("role", ADMINISTRATOR)
                                .param("body", PLATFORM)
                                .query(String.class)
                                .list());
        ADMINISTRATORS_ACTS.stream()
                .filter(kind -> !given.contains(kind.code()))
                .forEach(kind ->
                        giveMandate(PLATFORM, ADMINISTRATOR, kind, Scope.EVERYWHERE, SOURCE));
    }

    private void disableDemonstrationPeople() {
        List<UUID> left =
                system.see(() ->
                        jdbc.sql(
                                        "select id from access.person where demonstration"
                                                + " and disabled_at is null")
                                .query(UUID.class)
                                .list());
        left.forEach(person ->
                system.act(
                        ActKind.MANAGE_PEOPLE,
                        authority -> {
                            people.disable(authority, person);
                            return person;
                        }));
    }

    private void createAdministrator() {
        boolean exists =
                system.see(() ->
                        jdbc.sql(
                                        """
                                        select exists (
                                            select from access.seat s
                                            join access.person p on p.id = s.person
                                            where s.role = :role and p.human
                                              and s.body = (
                                                  select id from access.body_named(:body))
                                              and not p.demonstration
                                              and p.disabled_at is null
                                              and (s.valid_to is null
                                                   or s.valid_to > now()))
                                        """)
                                .param("role", ADMINISTRATOR)
                                .param("body", PLATFORM)
                                .query(Boolean.class)
                                .single());
        if (exists) {
            return;
        }
        // A second administrator made after the first was disabled cannot have the first's login.
        String login =
                system.see(this::someoneIsAdministrator)
                        ? ADMINISTRATOR + "-" + Instant.now().getEpochSecond()
                        : ADMINISTRATOR;
        People.Admission admission =
                system.act(
                        ActKind.MANAGE_PEOPLE,
                        authority ->
                                people.create(
                                        authority,
                                        new NewPerson(
                                                login,
                                                "管理员",
                                                "Administrator",
                                                Optional.empty(),
                                                new Scope.Everywhere(),
                                                false)));
        seat(admission.person().id(), PLATFORM, ADMINISTRATOR);
        print(
                "",
                "  first administrator / 首位管理员",
                "    login / 登录名     " + login,
                "    password / 密码    " + admission.oneTimePassword(),
                "  Good for one sign-in; shown only now. 仅可登录一次，只显示这一次。",
                "");
    }

    private boolean someoneIsAdministrator() {
        return jdbc.sql("select exists (select from access.person where login = :login)")
                .param("login", ADMINISTRATOR)
                .query(Boolean.class)
                .single();
    }

    private void playDemonstration() {
        Demonstration.BODIES.forEach(this::setUp);
        openPublishedAir();
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        List<DemonstrationAccount> made = new ArrayList<>();
        for (Demonstration.Player player : Demonstration.PEOPLE) {
            UUID person = admit(player);
            system.see(() ->
                    jdbc.sql("select access.set_credential(:person, :hash, false)")
                            .param("person", person)
                            .param("hash", hash)
                            .query(Boolean.class)
                            .single());
            Body.Role role = roleOf(player.body());
            made.add(
                    new DemonstrationAccount(
                            player.login(),
                            password,
                            player.zh(),
                            player.en(),
                            role.zhName(),
                            role.enName()));
        }
        accounts = List.copyOf(made);
        print("", "  demonstration accounts / 演示账户, password / 密码 " + password);
        made.forEach(account ->
                print(
                        "    %-16s %s · %s"
                                .formatted(account.login(), account.enName(), account.enRole())));
        print("");
    }

    private void setUp(Demonstration.Cast cast) {
        boolean known =
                jdbc.sql("select exists (select from access.body_named(:code))")
                        .param("code", cast.code())
                        .query(Boolean.class)
                        .single();
        if (known) {
            return;
        }
        system.act(
                ActKind.MANAGE_MANDATES,
                authority ->
                        bodies.setUp(
                                authority,
                                new NewBody(
                                        cast.code(),
                                        cast.zh(),
                                        cast.en(),
                                        cast.kind(),
                                        Scope.of(cast.jurisdiction()),
                                        fromNow(),
                                        List.of(cast.role()))));
        for (String scope : cast.scopes()) {
            cast.acts()
                    .forEach(act ->
                            giveMandate(
                                    cast.code(),
                                    cast.role().code(),
                                    act,
                                    scope,
                                    Demonstration.SOURCE));
            cast.datasets().forEach(dataset -> grant(Optional.of(cast.code()), dataset, scope));
        }
    }

    private void openPublishedAir() {
        List<String> open =
                system.see(() ->
                        jdbc.sql(
                                        "select scope from access.data_grant where body is"
                                                + " null and dataset = :dataset")
                                .param("dataset", Dataset.PUBLISHED_AIR.code())
                                .query(String.class)
                                .list());
        Demonstration.SCOPES.stream()
                .filter(scope -> !open.contains(scope))
                .forEach(scope -> grant(Optional.empty(), Dataset.PUBLISHED_AIR, scope));
    }

    /** Finds the player, or creates and seats them; disabled by an earlier start, they return. */
    private UUID admit(Demonstration.Player player) {
        Optional<UUID> known =
                jdbc.sql("select person from access.account_named(:login)")
                        .param("login", player.login())
                        .query(UUID.class)
                        .optional();
        if (known.isPresent()) {
            system.see(() ->
                    jdbc.sql(
                                    "update access.person set disabled_at = null"
                                            + " where id = :id and demonstration")
                            .param("id", known.get())
                            .update());
            return known.get();
        }
        UUID person =
                system.act(
                                ActKind.MANAGE_PEOPLE,
                                authority ->
                                        people.create(
                                                authority,
                                                new NewPerson(
                                                        player.login(),
                                                        player.zh(),
                                                        player.en(),
                                                        Optional.empty(),
                                                        Scope.of(player.jurisdiction()),
                                                        true)))
                        .person()
                        .id();
        seat(person, player.body(), roleOf(player.body()).code());
        return person;
    }

    private static Body.Role roleOf(String body) {
        return Demonstration.BODIES.stream()
                .filter(cast -> cast.code().equals(body))
                .map(Demonstration.Cast::role)
                .findFirst()
                .orElse(new Body.Role(ADMINISTRATOR, "管理员", "Administrator"));
    }

    private void seat(UUID person, String body, String role) {
        system.act(
                ActKind.MANAGE_MANDATES,
                authority ->
                        bodies.giveSeat(
                                authority, person, body, role, Optional.empty(), fromNow()));
    }

    private void giveMandate(String body, String role, ActKind act, String scope, String source) {
        system.act(
                ActKind.MANAGE_MANDATES,
                authority ->
                        bodies.giveMandate(
                                authority, body, role, act, Scope.of(scope), source, fromNow()));
    }

    private void grant(Optional<String> body, Dataset dataset, String scope) {
        system.act(
                ActKind.GRANT_DATA,
                authority ->
                        bodies.grantData(
                                authority,
                                body,
                                dataset,
                                Scope.of(scope),
                                Demonstration.SOURCE,
                                fromNow()));
    }

    private static Validity fromNow() {
        return new Validity(Instant.now(), Optional.empty());
    }

    /** To the console, never to the log, which is kept. */
    private static void print(String... lines) {
        PrintStream console = System.out;
        for (String line : lines) {
            console.println(line);
        }
    }
}
