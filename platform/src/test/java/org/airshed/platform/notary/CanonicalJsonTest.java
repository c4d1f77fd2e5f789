package org.airshed.platform.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors are those of RFC 8785, sections 3.2.2 and 3.2.3 and appendix B. */
class CanonicalJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theSampleOfTheRfcIsWrittenAsTheRfcWritesIt() {
        JsonNode sample =
                JSON.readTree(
                        """
                        {
                          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3,
                                      0.000000000000000000000000001],
                          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                          "literals": [null, true, false]
                        }
                        """);

        assertThat(CanonicalJson.write(sample))
                .isEqualTo(
                        "{\"literals\":[null,true,false],"
                                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void membersAreSortedByUtf16CodeUnits() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(members))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void doublesAreWrittenAsEcmaScriptWritesThem(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.write(value)).isEqualTo(expected);
    }

    @Property
    void everyDoubleIsReadBackAsItself(@ForAll double value) {
        String written = CanonicalJson.write(value);

        assertThat(Double.parseDouble(written)).isEqualTo(value == 0 ? 0.0 : value);
    }

    @Property
    void whatIsCanonicalStaysAsItIs(@ForAll Map<Short, List<Integer>> content) {
        String once = CanonicalJson.write(content);

        assertThat(CanonicalJson.write(JSON.readTree(once))).isEqualTo(once);
    }

    @Test
    void theOrderOfEntryDoesNotMatter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", 1);
        one.put("a", List.of("x"));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", List.of("x"));
        other.put("b", 1);

        assertThat(CanonicalJson.write(one)).isEqualTo(CanonicalJson.write(other));
    }

    @Test
    void recordsAreWrittenByTheirComponents() {
        record Content(
                String name, LocalDate from, Instant at, Optional<String> none, long count) {}

        assertThat(
                        CanonicalJson.write(
                                new Content(
                                        "保定",
                                        LocalDate.of(2026, 3, 1),
                                        Instant.EPOCH,
                                        Optional.empty(),
                                        9_242_610)))
                .isEqualTo(
                        "{\"at\":\"1970-01-01T00:00:00Z\",\"count\":9242610,"
                                + "\"from\":\"2026-03-01\",\"name\":\"保定\",\"none\":null}");
    }

    @Test
    void wholeNumbersADoubleCannotHoldAreRefused() {
        assertThat(CanonicalJson.write(9007199254740992L)).isEqualTo("9007199254740992");
        assertThatThrownBy(() -> CanonicalJson.write(9007199254740993L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9007199254740993");
        assertThatThrownBy(() -> CanonicalJson.write(BigInteger.TEN.pow(400)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(new BigDecimal("0.10000000000000000001")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> CanonicalJson.write(value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.write("a\ud800"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("character 1");
        assertThatThrownBy(() -> CanonicalJson.write("\udc00a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHashIsOfTheUtf8Bytes() {
        // printf '"保定"' | sha256sum
        assertThat(CanonicalJson.hash(CanonicalJson.write("保定")))
                .isEqualTo("4fdb54e8bc653897306c90f3b98b6836399fcf8a16a00e975bd8c3754a2384eb");
    }
}
