package org.airshed.platform.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.airshed.platform.database.OnDatabase;
import org.airshed.platform.database.TestDatabase;
import org.airshed.platform.rights.ActRefused;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Refusal;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnDatabase
@SpringBootTest(
        classes = RegionApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"airshed.mode=demo", "airshed.management.port=-1"})
class RegionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired Jurisdictions jurisdictions;
    @Autowired Compacts compacts;
    @Autowired Boundaries boundaries;
    @Autowired Populations populations;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void theRegisterIsOpenAndNothingReached(TestDatabase database) {
        RegionApplication.reach = java.util.Set.of();
        JdbcClient.create(database.owner())
                .sql(
                        """
                        create or replace function rights.sees(dataset text) returns text[]
                        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
                            select array_agg(code) from region.jurisdiction
                        $$
                        """)
                .update();
    }

    @Test
    void theDemonstrationHasItsThirtyTwoCitiesUnderTheirProvinces() {
        Compact compact = compacts.findCompact("demonstration", NOW).orElseThrow();

        assertThat(compact.members()).hasSize(32);
        assertThat(compact.kind()).isEqualTo(Compact.Kind.DEMONSTRATION);
        Jurisdiction xiongan = jurisdictions.jurisdiction(new JurisdictionCode("133100"), NOW);
        assertThat(xiongan.name().en()).isEqualTo("Xiong'an");
        assertThat(xiongan.parent()).contains(new JurisdictionCode("130000"));
        assertThat(xiongan.zone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void aJurisdictionIsThereOnlyInItsPeriod() {
        JurisdictionCode xiongan = new JurisdictionCode("133100");

        assertThat(jurisdictions.findJurisdiction(xiongan, Instant.parse("2017-03-31T15:59:59Z")))
                .isEmpty();
        assertThat(jurisdictions.findJurisdiction(xiongan, Instant.parse("2017-03-31T16:00:00Z")))
                .isPresent();
        assertThat(compacts.findCompact("demonstration", Instant.parse("2016-11-20T00:00:00Z")))
                .hasValueSatisfying(compact -> assertThat(compact.members()).hasSize(31));
    }

    @ParameterizedTest
    @CsvSource({"保定,130600", "保定市,130600", "Baoding,130600", "雄安新区,133100", "河北,130000"})
    void aJurisdictionIsFoundByItsNameWithOrWithoutItsKind(String name, String code) {
        assertThat(jurisdictions.findByName(name, NOW))
                .hasValueSatisfying(found -> assertThat(found.code().value()).isEqualTo(code));
    }

    @Test
    void whatIsEnteredAtStartIsAnActOfThePlatformInEveryProvince() {
        assertThat(
                        jdbc.sql(
                                        "select distinct actor_kind || ' ' || kind from notary.act"
                                                + " where subject = 'region.compact/demonstration'")
                                .query(String.class)
                                .list())
                .containsExactly("platform region.change");
        assertThat(
                        jdbc.sql(
                                        "select jurisdiction from notary.act"
                                                + " where subject = 'region.compact/demonstration'"
                                                + " order by 1")
                                .query(String.class)
                                .list())
                .containsExactly("110000", "120000", "130000", "140000", "370000", "410000");
    }

    @Test
    void enteringAgainChangesNothingAndIsNoAct() {
        long before = acts();

        assertThat(
                        jurisdictions.enter(
                                RegionApplication.everywhere(), jurisdictions.jurisdictions(NOW)))
                .isZero();
        assertThat(
                        compacts.enter(
                                RegionApplication.everywhere(),
                                compacts.findCompact("demonstration", NOW).orElseThrow()))
                .isFalse();
        assertThat(acts()).isEqualTo(before);
    }

    @Test
    void theTreeIsOpenToAll() {
        JsonNode tree = json(get("/api/v1/jurisdictions"));

        assertThat(tree.path("jurisdictions").size()).isGreaterThan(60);
        JsonNode baoding = json(get("/api/v1/jurisdictions/130600"));
        assertThat(baoding.path("name").path("zh").asString()).isEqualTo("保定市");
        assertThat(baoding.path("parent").asString()).isEqualTo("130000");
        assertThat(get("/api/v1/jurisdictions/999999").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/jurisdictions/-").statusCode()).isEqualTo(400);
        assertThat(json(get("/api/v1/compacts")).path("compacts").path(0).path("members").size())
                .isEqualTo(32);
    }

    @Test
    void outlinesAreImportedOnceAndServedWithTheirSource() throws IOException {
        byte[] file = fixture();
        int first = boundaries.importFile(RegionApplication.everywhere(), file);
        long acts = acts();

        assertThat(first).isEqualTo(3);
        assertThat(boundaries.importFile(RegionApplication.everywhere(), file)).isZero();
        assertThat(acts()).isEqualTo(acts);

        HttpResponse<String> answer = get("/api/v1/boundaries?level=prefecture");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        JsonNode served = json(answer);
        assertThat(served.path("source").asString()).isEqualTo("hand-made for tests");
        assertThat(served.path("licence").asString()).isEqualTo("Apache-2.0");
        assertThat(served.path("features"))
                .extracting(feature -> feature.path("properties").path("code").asString())
                .containsExactly("110000", "130600");
        assertThat(served.path("features").path(1).path("geometry").path("type").asString())
                .isEqualTo("MultiPolygon");

        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/v1/boundaries?level=prefecture", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(
                        json(get("/api/v1/boundaries?level=county"))
                                .path("features")
                                .path(0)
                                .path("properties")
                                .path("name")
                                .path("en")
                                .asString())
                .isEqualTo("河间");
        assertThat(get("/api/v1/boundaries?level=village").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/boundaries?level=prefecture&compact=other").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"FeatureCollection\",\"source\"|\"Feature\",\"source\"|type",
                "hand-made for tests||source",
                "\"130600\"|\"13 0600\"|features[0].properties.code",
                "保定市||features[0].properties.name_zh",
                "\"municipality\"|\"town\"|features[1].properties.level",
                "[117,39.5]|[197,39.5]|features[1].geometry",
                "[116,40.5],[116,39.5]]|[116,40.5],[116,39.6]]|features[1].geometry",
                "\"code\":\"110000\"|\"code\":\"130600\"|features[1].properties.code",
                "]}|]|file",
            })
    void aDamagedBoundaryFileIsRefusedNamingThePlace(String from, String to, String place)
            throws IOException {
        String good = new String(fixture(), StandardCharsets.UTF_8);
        String bad = good.replace(from, to == null ? "" : to);
        assertThat(bad).isNotEqualTo(good);

        assertThatThrownBy(() ->
                        boundaries.importFile(
                                RegionApplication.everywhere(),
                                bad.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.problem().arguments())
                                        .containsEntry("place", place));
    }

    @Test
    void populationsAreEnteredOnceAndCorrectedAsAFurtherRevision() {
        RegionApplication.reach = RegionApplication.codes("140200", "140600");
        String file =
                """
                code,area,resident_population,census_date,source
                140200,大同市,5304061,2020-11-01,Census
                140600,朔州,1318505,2020-11-01,Census
                140400,大同市,1,2020-11-01,Census
                990000,乌有市,5,2020-11-01,Census
                140200,大同市,many,2020-11-01,Census
                140200,大同市,5,2020-11-01,
                """;

        JsonNode first = json(post(file));
        assertThat(first.path("entered").asInt()).as(first.toString()).isEqualTo(2);
        assertThat(first.path("rejects"))
                .extracting(reject -> reject.path("value").asString())
                .containsExactlyInAnyOrder("大同市", "乌有市", "many", "");
        long acts = acts();

        assertThat(json(post(file)).path("unchanged").asInt()).isEqualTo(2);
        assertThat(acts()).isEqualTo(acts);

        JsonNode corrected = json(post(file.replace("5304061", "5304062")));
        assertThat(corrected.path("corrected").asInt()).isEqualTo(1);
        JsonNode listed = json(get("/api/v1/populations?jurisdiction=140200"));
        assertThat(listed.path("items").size()).isEqualTo(1);
        assertThat(listed.path("items").path(0).path("residents").asLong()).isEqualTo(5_304_062);
        assertThat(listed.path("items").path(0).path("revision").asInt()).isEqualTo(2);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from region.population"
                                                + " where jurisdiction = '140200'")
                                .query(Long.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void aCountOfADayToComeIsRefusedNamingItsLine() {
        RegionApplication.reach = RegionApplication.codes("140300", "140500");
        java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        JsonNode answer =
                json(
                        post(
                                """
                                code,area,resident_population,census_date,source
                                140300,阳泉市,1318505,%s,Today
                                140500,晋城市,2194545,%s,To come
                                """
                                        .formatted(today, today.plusYears(70))));

        assertThat(answer.path("entered").asInt()).as(answer.toString()).isEqualTo(1);
        JsonNode reject = answer.path("rejects").path(0);
        assertThat(reject.path("place").asString()).isEqualTo("line 3, census_date");
        assertThat(reject.path("value").asString()).isEqualTo(today.plusYears(70).toString());
        assertThat(reject.path("expected").asString()).contains("not after today");
        assertThat(json(get("/api/v1/populations?jurisdiction=140500")).path("items").size())
                .isZero();
    }

    @Test
    void aMandateElsewhereEntersNothing() {
        RegionApplication.reach = RegionApplication.codes("130600");
        String file =
                """
                code,area,resident_population,census_date,source
                130600,保定市,9242610,2020-11-01,Refused
                131000,廊坊市,5464087,2020-11-01,Refused
                """;

        assertThat(post(file).statusCode()).isEqualTo(403);
        assertThat(
                        jdbc.sql("select count(*) from region.population where source = 'Refused'")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThatThrownBy(
                        () -> boundaries.importFile(RegionApplication.authority(), otherFixture()))
                .isInstanceOf(ActRefused.class);
    }

    @Test
    void aFileThatIsNoPopulationFileIsRefused() {
        HttpResponse<String> answer = post("station,pm25\n1001A,5\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asString())
                .isEqualTo("region.population-file-unusable");
        assertThat(json(answer).path("detail").asString())
                .contains("test.csv")
                .doesNotContain("/tmp");
    }

    @Test
    void theActsOfAnUploadAreReadWithTheirWords() {
        RegionApplication.reach = RegionApplication.codes("370100");
        post(
                """
                code,area,resident_population,census_date,source
                370100,济南市,9202432,2020-11-01,Census of the act
                """);

        JsonNode act =
                json(get("/api/v1/acts?subject=region.populations&jurisdiction=370100"))
                        .path("items")
                        .path(0);
        assertThat(act.path("what").path("zh").asString())
                .isEqualTo("由 test.csv 录入 370100 的 1 项常住人口");
        JsonNode whole = json(get("/api/v1/acts/" + act.path("id").asString()));
        assertThat(whole.path("content").asString()).contains("9202432");
        assertThat(org.airshed.platform.notary.CanonicalJson.hash(whole.path("content").asString()))
                .isEqualTo(whole.path("contentHash").asString());
    }

    @Test
    @NeedsRealData
    void theCensusNamesEveryMemberOfTheDemonstration() throws IOException {
        RegionApplication.reach =
                compacts.findCompact("demonstration", NOW).orElseThrow().members().stream()
                        .map(Compact.Member::jurisdiction)
                        .collect(java.util.stream.Collectors.toSet());
        String census = Files.readString(RealData.file("population/prefecture-census-2020.csv"));

        JsonNode upload = json(post(census));

        assertThat(upload.path("rejects").size()).as(upload.toString()).isZero();
        assertThat(upload.path("entered").asInt()).isEqualTo(32);
    }

    private static byte[] fixture() throws IOException {
        return new ClassPathResource("region/outlines.geojson").getContentAsByteArray();
    }

    private static byte[] otherFixture() throws IOException {
        return new String(fixture(), StandardCharsets.UTF_8)
                .replace("\"version\":\"1\"", "\"version\":\"2\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private long acts() {
        return jdbc.sql("select count(*) from notary.act").query(Long.class).single();
    }

    private HttpResponse<String> post(String csv) {
        return send(
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(csv))
                        .header("Content-Type", "text/csv"),
                "/api/v1/populations?name=test.csv");
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder().GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request.uri(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Optional.of(answer.body()).map(JSON::readTree).orElseThrow();
    }
}
