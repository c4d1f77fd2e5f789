package org.airshed.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelTest {
    @Test
    void controlCharactersAreRefusedByName() {
        assertThatThrownBy(() -> Cell.of("a\u0000"))
                .hasMessage("the cell has U+0000 at position 2, which no document can carry");
        assertThatThrownBy(() -> Block.Paragraph.of("\u001b[1m")).hasMessageContaining("U+001B");
        assertThatThrownBy(() -> new Block.Note("\uFFFF")).hasMessageContaining("U+FFFF");
    }

    @Test
    void halvesOfSurrogatePairsAreRefusedAndPairsAreNot() {
        assertThatThrownBy(() -> Cell.of("\uD842")).hasMessageContaining("U+D842");
        assertThat(Cell.of("𠮷").text()).isEqualTo("𠮷");
    }

    @Test
    void aLineBreakIsAllowedInTextButNotInATitle() {
        assertThat(Cell.of("a\nb").text()).isEqualTo("a\nb");
        assertThatThrownBy(() -> Document.of(Language.ENGLISH, "a\nb", "issuer", ""))
                .hasMessageContaining("title has U+000A");
    }

    @Test
    void aRowHasOneCellPerColumn() {
        assertThatThrownBy(() ->
                        new Block.Table(
                                "t",
                                List.of(Column.left("甲", "A", 1)),
                                List.of(List.of()),
                                List.of()))
                .hasMessage("expected 1 cells, got 0 (row 1 of table t)");
    }

    @Test
    void aHeadingHasLevelOneToThree() {
        assertThatThrownBy(() -> new Block.Heading(4, "x")).hasMessageContaining("level 1 to 3");
    }

    @Test
    void aLinkLeadsToAnAbsoluteAddress() {
        assertThatThrownBy(() -> new Run.Link("x", URI.create("/a")))
                .hasMessageContaining("absolute address");
    }

    @Test
    void aSeriesHasOneValuePerLabel() {
        var series = new Chart.Series("s", List.of(), Colour.BLACK);
        assertThatThrownBy(() ->
                        new Chart.LineChart(List.of("1"), List.of(series), "", Optional.empty()))
                .hasMessageContaining("expected 1 values, got 0");
    }

    @Test
    void inkIsReadableOnEveryColourOfTheIndex() {
        assertThat(new Colour("#ffff00").ink()).isEqualTo(Colour.BLACK);
        assertThat(new Colour("00E400").ink()).isEqualTo(Colour.BLACK);
        assertThat(new Colour("99004C").ink()).isEqualTo(Colour.WHITE);
        assertThat(new Colour("7E0023").ink()).isEqualTo(Colour.WHITE);
        assertThatThrownBy(() -> new Colour("red")).hasMessageContaining("six hexadecimal digits");
    }

    @Test
    void aNumberThatFillsTheMemoryIsRefused() {
        assertThatThrownBy(() -> Cell.of(new BigDecimal("1E+999999999")))
                .hasMessageContaining("at most 100 digits");
        assertThatThrownBy(() -> Cell.of(new BigDecimal("1E-999999999")))
                .hasMessageContaining("at most 100 digits");
        assertThat(Cell.of(new BigDecimal("1E+3")).text()).isEqualTo("1000");
    }
}
