package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airshed.platform.AirshedServer;
import org.airshed.platform.access.DemonstrationPeople;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real starts, one after the other, on one database: a demonstration, then work in earnest. */
@OnDatabase
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTest {
    private static final Pattern PASSWORD = Pattern.compile("password / 密码 {4}(\\S+)");
    private static final String OWN = "clean sky over the plain";

    @Test
    void serveShowsAPasswordOnceThatMustBeReplacedAndKnowsNoDemonstrationPeople(
            TestDatabase database, CapturedOutput output) {
        JdbcClient rows = JdbcClient.create(database.owner());
        String demonstrations;
        try (var demonstration = start(database, "demo")) {
            demonstrations =
                    demonstration
                            .getBean(DemonstrationPeople.class)
                            .accounts()
                            .getFirst()
                            .password();
            assertThat(browser(demonstration).signIn("demo.admin", demonstrations).statusCode())
                    .isEqualTo(200);
        }

        try (var serve = start(database, "serve")) {
            String oneTime = onlyPassword(output.getAll());
            demonstrationPeopleAreOut(rows, serve, demonstrations);
            nothingWorksBeforeAnOwnPassword(serve, oneTime);
            assertThat(browser(serve).signIn("administrator", oneTime).statusCode()).isEqualTo(401);
            assertThat(occurrences(output.getAll(), oneTime)).isEqualTo(1);
        }

        int before = output.getAll().length();
        try (var again = start(database, "serve")) {
            assertThat(output.getAll().substring(before)).doesNotContain("password / 密码");
            Browser browser = browser(again);
            assertThat(browser.signIn("administrator", OWN).body())
                    .contains("\"mustChangePassword\":false", "access.people.manage");
        }
    }

    private static void demonstrationPeopleAreOut(
            JdbcClient rows, ConfigurableApplicationContext serve, String password) {
        assertThat(
                        count(
                                rows,
                                "select count(*) from access.person"
                                        + " where demonstration and disabled_at is null"))
                .isZero();
        assertThat(count(rows, "select count(*) from access.session")).isZero();
        assertThat(browser(serve).signIn("demo.admin", password).statusCode()).isEqualTo(401);
        // Their mark keeps them out, not only their standing.
        rows.sql("update access.person set disabled_at = null where login = 'demo.admin'").update();
        assertThat(browser(serve).signIn("demo.admin", password).statusCode()).isEqualTo(401);
        assertThat(Browser.json(browser(serve).get("/api/v1/session")).toString())
                .contains("\"demonstrationAccounts\":[]");
    }

    private static void nothingWorksBeforeAnOwnPassword(
            ConfigurableApplicationContext serve, String oneTime) {
        Browser administrator = browser(serve);
        assertThat(administrator.signIn("administrator", oneTime).body())
                .contains("\"mustChangePassword\":true");
        for (String path : List.of("/api/v1/people", "/api/v1/mandates", "/api/v1/acts")) {
            assertThat(administrator.get(path).body()).contains("access.password-must-change");
        }
        assertThat(administrator.send("POST", "/api/v1/api-keys", "{\"name\":\"early\"}").body())
                .contains("access.password-must-change");
        assertThat(change(administrator, oneTime, oneTime).body())
                .contains("access.password.unchanged");
        assertThat(change(administrator, oneTime, OWN).statusCode()).isEqualTo(204);
        assertThat(administrator.get("/api/v1/people").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> change(Browser browser, String current, String next) {
        return browser.send(
                "POST",
                "/api/v1/session/password",
                "{\"current\":\"%s\",\"replacement\":\"%s\"}".formatted(current, next));
    }

    private static ConfigurableApplicationContext start(TestDatabase database, String mode) {
        List<String> arguments = new ArrayList<>();
        database.springProperties().forEach((name, value) -> arguments.add(setting(name, value)));
        arguments.add(setting("airshed.mode", mode));
        arguments.add(setting("server.port", "0"));
        arguments.add(setting("airshed.management.port", "-1"));
        return SpringApplication.run(AirshedServer.class, arguments.toArray(String[]::new));
    }

    private static String setting(String name, String value) {
        return "--" + name + "=" + value;
    }

    private static Browser browser(ConfigurableApplicationContext server) {
        return new Browser(
                server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static String onlyPassword(String output) {
        Matcher printed = PASSWORD.matcher(output);
        assertThat(printed.find()).isTrue();
        String password = printed.group(1);
        assertThat(printed.find()).isFalse();
        return password;
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static long count(JdbcClient rows, String sql) {
        return rows.sql(sql).query(Long.class).single();
    }
}
