package org.airshed.documents;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bulletins with invented numbers, as an issuer would write them. */
final class Samples {
    private static final Colour GOOD = new Colour("00E400");
    private static final Colour FAIR = new Colour("FFFF00");
    private static final Colour LIGHT = new Colour("FF7E00");
    private static final Colour HEAVY = new Colour("99004C");
    private static final Colour BLUE = new Colour("1F5FA8");
    private static final String[][] CITIES = {
        {"甲州市", "Jiazhou", "68", "42.0", "良", "Moderate"},
        {"乙州市", "Yizhou", "112", "84.3", "轻度污染", "Light"},
        {"丙州市", "Bingzhou", "49", "31.5", "优", "Good"},
        {"丁州市", "Dingzhou", "236", "186.0", "重度污染", "Heavy"},
        {"戊州市", "Wuzhou", "95", "70.6", "良", "Moderate"}
    };

    private Samples() {}

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static Document chinese() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "一、总体情况"));
        blocks.add(
                Block.Paragraph.of(
                        new Run.Plain(
                                "2026年1月，区域内五个城市环境空气质量平均优良天数比例为71.6%，同比上升3.2个百分点；"
                                        + "细颗粒物（PM₂.₅）平均浓度为"),
                        new Run.Noted(
                                "62.9 µg/m³",
                                "五个城市月均浓度的算术平均值；城市月均浓度由每日均值求得，有效日均值不少于27个（HJ\u00a0663—2013）。"
                                        + "重算所用的输入见登记簿第1024号行为。"),
                        new Run.Plain("，同比下降8.4%；臭氧（O₃）日最大8小时平均第90百分位数浓度为94 µg/m³，同比持平。" + "其中，"),
                        new Run.Bold("丁州市出现重度污染3天"),
                        new Run.Plain("，首要污染物均为PM₂.₅，主要受静稳天气与区域输送共同影响。数据与计算过程见"),
                        new Run.Link(
                                "公开页面", URI.create("https://air.example.org/bulletins/2026-01")),
                        new Run.Plain("。")));
        blocks.add(
                Block.Paragraph.of(
                        "与上月相比，PM₂.₅浓度上升12.1%，PM₁₀浓度上升9.7%，二氧化硫（SO₂）、二氧化氮（NO₂）和一氧化碳（CO）"
                                + "浓度分别上升4.0%、6.3%和2.5%，均达到《环境空气质量标准》（GB\u00a03095—2012）二级标准限值要求。"));
        blocks.add(new Block.Heading(2, "（一）各城市空气质量"));
        blocks.add(cities(Language.CHINESE));
        blocks.add(new Block.Heading(2, "（二）浓度比较"));
        blocks.add(
                new Block.Figure(
                        "图1  各城市PM₂.₅月均浓度",
                        bars(Language.CHINESE, new Chart.Limit("二级限值", number("75")))));
        blocks.add(new Block.Heading(1, "二、变化过程"));
        blocks.add(new Block.Figure("图2  甲州市与丁州市PM₂.₅日均浓度变化", lines(Language.CHINESE)));
        blocks.add(
                Block.Paragraph.of(
                        "1月5日至9日，受高压后部弱气压场控制，区域近地面风速小于2\u00a0m/s，混合层高度低于400 m，"
                                + "污染物持续累积。丁州市于7日10时启动Ⅱ级应急响应，9日18时解除。"));
        blocks.add(new Block.Heading(1, "三、工作要求"));
        blocks.add(Block.Paragraph.of("请各成员单位对照本通报，认真分析污染成因；对数据有异议的，应当在收到通报之日起5个工作日内提出复核申请。"));
        blocks.add(new Block.Note("注：本通报所列数据为自动监测实时数据，未经最终审核，不作为考核依据。"));
        blocks.add(new Block.SignatureBlock(List.of("某区域大气污染联防联控秘书处", "2026年2月3日")));
        return Document.of(Language.CHINESE, "2026年1月区域空气质量通报", "某区域大气污染联防联控秘书处", "2026年2月3日")
                .subtitled("（第一期）")
                .numbered("联防通报〔2026〕1号")
                .marked("草稿")
                .with(blocks);
    }

    static Document english() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "1  Overview"));
        blocks.add(
                Block.Paragraph.of(
                        new Run.Plain(
                                "In January 2026 the five cities of the compact had good or moderate air on "
                                        + "71.6 % of days, 3.2 percentage points more than a year before. The mean "
                                        + "concentration of fine particles (PM₂.₅) was "),
                        new Run.Noted(
                                "62.9 µg/m³",
                                "Arithmetic mean of the five monthly city means, each from at least 27 valid "
                                        + "daily means (HJ 663—2013). Inputs: act 1024 of the register."),
                        new Run.Plain(", 8.4 % less than a year before. "),
                        new Run.Bold("Dingzhou had three days of heavy pollution,"),
                        new Run.Plain(
                                " each of them caused by PM₂.₅ under stagnant weather and transport "
                                        + "across the region. Data and computation are on the "),
                        new Run.Link(
                                "public pages",
                                URI.create("https://air.example.org/bulletins/2026-01")),
                        new Run.Plain(".")));
        blocks.add(new Block.Heading(2, "1.1  Cities"));
        blocks.add(cities(Language.ENGLISH));
        blocks.add(new Block.Heading(2, "1.2  Concentrations"));
        blocks.add(
                new Block.Figure(
                        "Figure 1  Monthly means of PM₂.₅",
                        bars(Language.ENGLISH, new Chart.Limit("Grade II limit", number("75")))));
        blocks.add(new Block.Heading(1, "2  Course of the episode"));
        blocks.add(
                new Block.Figure(
                        "Figure 2  Daily means of PM₂.₅ in Jiazhou and Dingzhou",
                        lines(Language.ENGLISH)));
        blocks.add(
                Block.Paragraph.of(
                        "From 5 to 9 January winds near the ground stayed below 2 m/s and the mixing height "
                                + "below 400 m; pollutants accumulated. Dingzhou declared response level II on "
                                + "7 January at 10:00 and ended it on 9 January at 18:00."));
        blocks.add(
                new Block.Note(
                        "Real-time data of automatic stations, before final review; not a basis of assessment."));
        blocks.add(
                new Block.SignatureBlock(List.of("Secretariat of the Compact", "3 February 2026")));
        return Document.of(
                        Language.ENGLISH,
                        "Air Quality Bulletin, January 2026",
                        "Secretariat of the Regional Air Compact",
                        "3 February 2026")
                .subtitled("First issue")
                .numbered("RAC Bulletin 2026/1")
                .with(blocks);
    }

    private static Block.Table cities(Language language) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Colour> colours = List.of(FAIR, LIGHT, GOOD, HEAVY, FAIR);
        for (int at = 0; at < CITIES.length; at++) {
            String[] city = CITIES[at];
            rows.add(
                    List.of(
                            Cell.of(number(Integer.toString(at + 1))),
                            Cell.of(language.choose(city[0], city[1])),
                            Cell.of(number(city[2])),
                            Cell.of(number(city[3])),
                            Cell.of(language.choose(city[4], city[5])).on(colours.get(at)),
                            Cell.of("PM₂.₅")));
        }
        return new Block.Table(
                language.choose("表1  各城市AQI与PM₂.₅浓度", "Table 1  AQI and PM₂.₅ of the cities"),
                List.of(
                        Column.centre("序号", "No.", 1),
                        Column.left("城市", "City", 2),
                        Column.right("AQI", "AQI", 1.2),
                        Column.right("PM₂.₅（µg/m³）", "PM₂.₅ (µg/m³)", 2),
                        Column.centre("级别", "Level", 1.8),
                        Column.centre("首要污染物", "Primary pollutant", 2.2)),
                rows,
                List.of(
                        language.choose(
                                "注：AQI按HJ 633—2026计算。",
                                "AQI after HJ 633-2026; levels in their official colours.")));
    }

    private static Chart bars(Language language, Chart.Limit limit) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (String[] city : CITIES) {
            bars.add(new Chart.Bar(language.choose(city[0], city[1]), number(city[3]), BLUE));
        }
        return new Chart.BarChart(bars, "µg/m³", Optional.of(limit));
    }

    private static Chart lines(Language language) {
        List<String> days = new ArrayList<>();
        List<Optional<BigDecimal>> first = new ArrayList<>();
        List<Optional<BigDecimal>> second = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            days.add("1-%02d".formatted(day));
            first.add(Optional.of(BigDecimal.valueOf(400 + 37 * (day * 7 % 11), 1)));
            boolean missing = day == 14 || day == 15;
            second.add(
                    missing
                            ? Optional.empty()
                            : Optional.of(BigDecimal.valueOf(700 + 121 * (day * 5 % 13), 1)));
        }
        return new Chart.LineChart(
                days,
                List.of(
                        new Chart.Series(language.choose("甲州市", "Jiazhou"), first, BLUE),
                        new Chart.Series(
                                language.choose("丁州市", "Dingzhou"), second, new Colour("B45F06"))),
                "µg/m³",
                Optional.of(new Chart.Limit(language.choose("日均限值", "Daily limit"), number("75"))));
    }

    static Block.Table table(int rowCount) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 1; row <= rowCount; row++) {
            rows.add(
                    List.of(
                            Cell.of("站点" + row),
                            Cell.of(BigDecimal.valueOf(300 + row * 7 % 900, 1))));
        }
        return new Block.Table(
                "表  站点浓度",
                List.of(
                        Column.left("站点编码", "Station", 2),
                        Column.right("浓度（µg/m³）", "Concentration", 1)),
                rows,
                List.of());
    }
}
