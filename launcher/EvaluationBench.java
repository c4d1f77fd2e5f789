import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.airshed.engine.airquality.Gb3095;
import org.airshed.engine.averaging.DayColumn;
import org.airshed.engine.averaging.DaySums;
import org.airshed.engine.averaging.EightHourRule;
import org.airshed.engine.averaging.HourlySeries;
import org.airshed.engine.averaging.NaturalDay;
import org.airshed.engine.averaging.Percentile;
import org.airshed.engine.quantity.Thousandths;

/**
 * Measures evaluation. {@code engine}: twelve stations, six pollutants, four years from hours to
 * annual statistics. {@code server PORT PASSWORD MONTHS}: a running demonstration is filled over
 * its API with generated months of 1,700 stations (6 values an hour each), and then asked over HTTP.
 */
final class EvaluationBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int STATIONS = 1700;
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final String[] AREAS = {
        "北京市", "天津市", "石家庄市", "唐山市", "秦皇岛市", "邯郸市", "邢台市", "保定市", "张家口市", "承德市", "沧州市",
        "廊坊市", "衡水市", "太原市", "阳泉市", "长治市", "晋城市", "济南市", "淄博市", "济宁市", "德州市", "聊城市",
        "滨州市", "菏泽市", "郑州市", "开封市", "安阳市", "鹤壁市", "新乡市", "焦作市", "濮阳市"
    };

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private boolean met = true;

    private EvaluationBench(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("engine")) {
            System.exit(engine() ? 0 : 1);
        }
        var bench = new EvaluationBench("http://127.0.0.1:" + arguments[1]);
        bench.signIn(arguments[2]);
        if (arguments[0].equals("import")) {
            System.exit(bench.upload(Path.of(arguments[3]), "hourly.csv.gz") ? 0 : 1);
        }
        bench.fill(Integer.parseInt(arguments[3]));
        bench.measure();
        System.exit(bench.met ? 0 : 1);
    }

    // The engine alone

    private static boolean engine() {
        int hours = (int) Duration.ofDays(4 * 365 + 1).toHours();
        var first = LocalDate.of(2022, 1, 1).atStartOfDay(ZONE).toInstant().plusSeconds(3600);
        List<HourlySeries> series = new ArrayList<>();
        for (int station = 0; station < 12; station++) {
            for (int pollutant = 0; pollutant < 6; pollutant++) {
                var random = new SplittableRandom(31L * station + pollutant);
                int[] values = new int[hours];
                for (int hour = 0; hour < hours; hour++) {
                    values[hour] =
                            random.nextInt(40) == 0
                                    ? Thousandths.ABSENT
                                    : 1000 * (1 + random.nextInt(200));
                }
                series.add(HourlySeries.ofThousandths(first, values));
            }
        }
        double best = Double.MAX_VALUE;
        String result = "";
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            result = evaluated(series);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        System.out.println("checksum " + result.hashCode());
        System.out.printf(
                Locale.ROOT, "evaluation stations=12 years=4 pollutants=6 seconds=%.3f%n", best);
        return best < 0.5;
    }

    /** Hours to days to the mean and percentile of each year, as text. */
    private static String evaluated(List<HourlySeries> all) {
        StringBuilder text = new StringBuilder();
        LocalDate first = LocalDate.of(2022, 1, 1);
        List<NaturalDay> days =
                first.datesUntil(LocalDate.of(2026, 1, 1))
                        .map(day -> new NaturalDay(day, ZONE))
                        .toList();
        long[] limits = new long[days.size()];
        Arrays.fill(limits, 160_000);
        for (int at = 0; at < all.size(); at++) {
            boolean ozone = at % 6 == 3;
            DaySums sums =
                    ozone
                            ? DaySums.ofEightHourMaxima(
                                    all.get(at), days, EightHourRule.HJ_663, limits)
                            : DaySums.ofMeans(all.get(at), days);
            long[] values = new long[days.size()];
            Arrays.setAll(values, sums::value_trillionths);
            DayColumn column = DayColumn.of(first, values);
            for (int year = 2022; year < 2026; year++) {
                DayColumn part =
                        column.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
                text.append(part.findMean()).append(part.findPercentile(Percentile.P95)).append(part.size());
            }
        }
        return text.append(Gb3095.editions().size()).toString();
    }

    // The server

    private void signIn(String password) throws Exception {
        get("/api/v1/session");
        var answer =
                send(
                        "/api/v1/session",
                        HttpRequest.BodyPublishers.ofString(
                                "{\"login\":\"demo.forecaster\",\"password\":\"%s\"}"
                                        .formatted(password)),
                        "application/json");
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("sign-in: " + answer.statusCode() + " " + answer.body());
        }
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> send(String path, HttpRequest.BodyPublisher body, String type)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofMinutes(10))
                        .header("Accept-Language", "en")
                        .header("Content-Type", type)
                        .header("X-XSRF-TOKEN", token())
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private boolean upload(Path file, String name) throws Exception {
        long start = System.nanoTime();
        var answer =
                send(
                        "/api/v1/imports?name=" + name,
                        HttpRequest.BodyPublishers.ofFile(file),
                        "application/octet-stream");
        String body = answer.body();
        System.out.printf(
                Locale.ROOT,
                "%s status=%d rows=%s rejected=%s values=%s entered=%s seconds=%.1f%n",
                name,
                answer.statusCode(),
                number(body, "rows"),
                number(body, "rejected"),
                number(body, "values"),
                number(body, "entered"),
                (System.nanoTime() - start) / 1e9);
        if (answer.statusCode() >= 300) {
            System.out.println(body);
        }
        return answer.statusCode() < 300;
    }

    private static String number(String json, String field) {
        var found = java.util.regex.Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
        return found.find() ? found.group(1) : "?";
    }

    private void fill(int months) throws Exception {
        for (YearMonth month = LAST.minusMonths(months - 1L);
                !month.isAfter(LAST);
                month = month.plusMonths(1)) {
            Path file = Files.createTempFile("airshed-bench-", ".csv");
            try {
                write(file, month);
                if (!upload(file, "generated-" + month + ".csv")) {
                    throw new IllegalStateException("the generated month was not taken");
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    /** A month of plausible numbers: whole µg/m³, CO to a tenth, one hour in a hundred missing. */
    private static void write(Path file, YearMonth month) throws IOException {
        var random = new SplittableRandom(month.hashCode());
        String[] stations = new String[STATIONS];
        for (int station = 0; station < STATIONS; station++) {
            stations[station] =
                    "G%04d,%.4f,%.4f,%s,point %d,,"
                            .formatted(
                                    station,
                                    112 + 7 * (station % 97) / 97.0,
                                    35 + 6 * (station % 89) / 89.0,
                                    AREAS[station % AREAS.length],
                                    station);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(
                    "timepoint,stationcode,longitude,latitude,area,positionname,aqi,primarypollutant,so2,no2,co,o3,pm10,pm2_5\n"
                            .getBytes(StandardCharsets.UTF_8));
            for (int hour = 1; hour <= month.lengthOfMonth() * 24; hour++) {
                var end = month.atDay(1).atStartOfDay().plusHours(hour);
                String label =
                        "%04d-%02d-%02dT%02d00,"
                                .formatted(
                                        end.getYear(), end.getMonthValue(), end.getDayOfMonth(), end.getHour());
                StringBuilder lines = new StringBuilder(STATIONS * 90);
                for (String station : stations) {
                    lines.append(label).append(station);
                    for (int column = 0; column < 6; column++) {
                        lines.append(',');
                        if (random.nextInt(100) > 0) {
                            int value = 5 + random.nextInt(120);
                            if (column == 2) {
                                lines.append(value / 100).append('.').append(value / 10 % 10);
                            } else {
                                lines.append(column == 4 ? value + 60 : value);
                            }
                        }
                    }
                    lines.append('\n');
                }
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void measure() throws Exception {
        Thread.sleep(20_000); // in which the database takes stock of what was brought
        String year = "2025-11-01/2026-10-31";
        long start = System.nanoTime();
        get("/api/v1/air/ranking?of=stations&period=" + year.replace("/", "%2F"));
        System.out.printf(Locale.ROOT, "ranking_after_an_import ms=%.0f%n", (System.nanoTime() - start) / 1e6);
        yearsOfStations(0, 20);
        double[] ranking = yearsOfStations(5, 20);
        say("ranking stations=%d days=365".formatted(STATIONS), "ms", quantile(ranking, 0.5), 200);
        double[] cities = times(12, 1, "/api/v1/air/ranking?period=" + year.replace("/", "%2F"));
        say("ranking_of_cities cities=%d days=365".formatted(AREAS.length), "ms", quantile(cities, 0.5), 200);
        times(400, 8, "/api/v1/air/cities");
        say("latest_map connections=8", "p99_ms", quantile(times(4000, 8, "/api/v1/air/cities"), 0.99), 20);
        times(100, 4, "/api/v1/air/stations");
        System.out.printf(
                Locale.ROOT,
                "stations_of_an_hour stations=%d p50_ms=%.1f%n",
                STATIONS,
                quantile(times(200, 1, "/api/v1/air/stations"), 0.5));
        double worst = 0;
        for (String list :
                List.of(
                        "/api/v1/imports?limit=50",
                        "/api/v1/imports/1/rejects?limit=50",
                        "/api/v1/acts?limit=50",
                        "/api/v1/air/events?limit=50",
                        "/api/v1/jurisdictions?limit=50",
                        "/api/v1/stations?limit=50",
                        "/api/v1/quality/flags?limit=50",
                        "/api/v1/readings?station=G0007&limit=50",
                        "/api/v1/readings/other?station=G0007&limit=50",
                        "/api/v1/instruments?station=G0007",
                        "/api/v1/bulletins?limit=50",
                        "/api/v1/exports?limit=50",
                        "/api/v1/air/days")) {
            int status = get(list).statusCode();
            if (status != 200) {
                System.out.println("  " + list + ": status " + status + ", not measured");
                continue;
            }
            times(30, 2, list);
            double p99 = quantile(times(200, 2, list), 0.99);
            System.out.printf(Locale.ROOT, "  %s p99_ms=%.1f%n", list, p99);
            worst = Math.max(worst, p99);
        }
        say("page", "p99_ms", worst, 50);
    }

    /** Each asks for a year that ends on another day, so that no answer can be one remembered. */
    private double[] yearsOfStations(int from, int count) throws Exception {
        double[] ms = new double[count];
        for (int at = 0; at < count; at++) {
            LocalDate last = LAST.atEndOfMonth().minusDays(from + at);
            ms[at] =
                    times(
                            1,
                            1,
                            "/api/v1/air/ranking?of=stations&period=%s%%2F%s"
                                    .formatted(last.minusDays(364), last))[0];
        }
        Arrays.sort(ms);
        return ms;
    }

    private void say(String what, String unit, double value, double target) {
        System.out.printf(Locale.ROOT, "%s %s=%.1f%n", what, unit, value);
        met &= value < target;
    }

    private double[] times(int count, int connections, String path) throws Exception {
        var measured = new ConcurrentLinkedQueue<Double>();
        var left = new AtomicInteger(count);
        var failed = new AtomicInteger();
        var done = new CountDownLatch(connections);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int thread = 0; thread < connections; thread++) {
                threads.submit(() -> {
                    try {
                        while (left.getAndDecrement() > 0) {
                            long start = System.nanoTime();
                            if (get(path).statusCode() != 200) {
                                failed.incrementAndGet();
                            }
                            measured.add((System.nanoTime() - start) / 1e6);
                        }
                    } catch (IOException | InterruptedException failure) {
                        failed.incrementAndGet();
                    } finally {
                        done.countDown();
                    }
                });
            }
            done.await();
        }
        if (failed.get() > 0) {
            throw new IllegalStateException(failed.get() + " of " + count + " failed: " + path);
        }
        return measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double quantile(double[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1, Math.floor(share * ascending.length))];
    }
}
