package org.airshed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SameBytesTest {
    private final Document document = Samples.chinese();
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    private interface Writer {
        void write(Document document, OutputStream target) throws IOException;
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void neitherZoneNorLanguageOfTheMachineHasAPart() throws IOException {
        for (Writer writer :
                List.<Writer>of(PdfWriter::write, DocxWriter::write, XlsxWriter::write)) {
            byte[] shanghai = written(writer, "zh-CN", "Asia/Shanghai");
            assertThat(written(writer, "ar-EG-u-nu-arab", "America/New_York")).isEqualTo(shanghai);
            assertThat(written(writer, "de-DE", "UTC")).isEqualTo(shanghai);
        }
    }

    private byte[] written(Writer writer, String language, String zone) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(document, bytes);
        return bytes.toByteArray();
    }
}
