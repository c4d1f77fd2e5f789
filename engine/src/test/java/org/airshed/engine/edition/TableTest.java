package org.airshed.engine.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void quotedFieldsHoldCommasAndRemarksAreSkipped() {
        Table table =
                Table.parse(
                        "t.csv",
                        """
                        # a remark
                        valid_from,valid_to,value,source,confidence
                        2026-03-01,,0.1,"GB 3095-2026, Table 1",A
                        """);
        Table.Row row = table.rows().findFirst().orElseThrow();
        assertThat(row.provenance())
                .isEqualTo(new Provenance("GB 3095-2026, Table 1", Confidence.A));
        assertThat(row.validity().includes(LocalDate.parse("2026-03-01"))).isTrue();
        assertThat(row.validity().includes(LocalDate.parse("2026-02-28"))).isFalse();
        assertThat(row.decimal("value")).isEqualTo("0.1");
    }

    @Test
    void aRowOfTheWrongLengthNamesItsLine() {
        assertThatThrownBy(() -> Table.parse("t.csv", "a,b\n1"))
                .hasMessage("t.csv line 2: expected 2 fields, got 1");
    }

    @Test
    void aWordWhereADecimalBelongsIsNamed() {
        Table.Row row = Table.parse("t.csv", "a\nx").rows().findFirst().orElseThrow();
        assertThatThrownBy(() -> row.decimal("a"))
                .hasMessage("t.csv line 2 column a: expected a decimal, got 'x'");
        assertThatThrownBy(() -> row.text("b")).hasMessageContaining("[a]");
    }

    @Test
    void aValidityMayNotEndBeforeItBegins() {
        LocalDate day = LocalDate.parse("2026-03-01");
        assertThatThrownBy(() -> new Validity(day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Validity(day, day).includes(day)).isTrue();
    }

    @Test
    void whatIsRememberedOrReadOnceIsNotVerified() {
        assertThat(Confidence.C.verified()).isFalse();
        assertThat(Confidence.M.verified()).isFalse();
        assertThat(Confidence.A.verified()).isTrue();
    }
}
