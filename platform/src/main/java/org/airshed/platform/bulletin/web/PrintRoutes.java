package org.airshed.platform.bulletin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.airshed.documents.Document;
import org.airshed.documents.DocxWriter;
import org.airshed.documents.PdfWriter;
import org.airshed.documents.XlsxWriter;
import org.airshed.platform.bulletin.Bulletin;
import org.airshed.platform.bulletin.Bulletins;
import org.airshed.platform.bulletin.Typesetting;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.rights.ForReaders;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.ServiceSettings;
import org.airshed.platform.server.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bulletins as files. The same bulletin gives the same bytes. */
@RestController
@Tag(name = "bulletin")
final class PrintRoutes {
    private static final String ID = "The bulletin's id";
    private static final String LANGUAGE = "zh or en";
    private static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Bulletins bulletins;
    private final Typesetting typesetting;

    PrintRoutes(Bulletins bulletins, Words words, ServiceSettings service) {
        this.bulletins = bulletins;
        this.typesetting = new Typesetting(words, service.zone());
    }

    /** Writes a document. */
    private interface Writer {
        void write(Document document, OutputStream out) throws IOException;
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(value = "/api/v1/bulletins/{id}/document.pdf", produces = "application/pdf")
    @Operation(operationId = "bulletinPdf", summary = "A bulletin as PDF, fonts embedded")
    ResponseEntity<byte[]> pdf(
            Sight sight,
            @Parameter(description = ID) @PathVariable UUID id,
            @Parameter(description = LANGUAGE) @RequestParam(defaultValue = "zh") String language) {
        return file(id, language, MediaType.APPLICATION_PDF, "pdf", PdfWriter::write);
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(
            value = "/api/v1/bulletins/{id}/document.docx",
            produces = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    @Operation(operationId = "bulletinDocx", summary = "A bulletin as DOCX")
    ResponseEntity<byte[]> docx(
            Sight sight,
            @Parameter(description = ID) @PathVariable UUID id,
            @Parameter(description = LANGUAGE) @RequestParam(defaultValue = "zh") String language) {
        return file(id, language, DOCX, "docx", DocxWriter::write);
    }

    @ForReaders(Dataset.PUBLISHED_AIR)
    @GetMapping(
            value = "/api/v1/bulletins/{id}/document.xlsx",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(operationId = "bulletinXlsx", summary = "The tables of a bulletin as XLSX")
    ResponseEntity<byte[]> xlsx(
            Sight sight,
            @Parameter(description = ID) @PathVariable UUID id,
            @Parameter(description = LANGUAGE) @RequestParam(defaultValue = "zh") String language) {
        return file(id, language, XLSX, "xlsx", XlsxWriter::write);
    }

    private ResponseEntity<byte[]> file(
            UUID id, String language, MediaType type, String ending, Writer writer) {
        Bulletin bulletin = bulletins.bulletin(id);
        Language in = language.equals("en") ? Language.EN : Language.ZH;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(typesetting.document(bulletin, in), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write bulletin " + id, failure);
        }
        String label = bulletin.content().synthetic() ? "SYNTHETIC-" : "";
        String name =
                "bulletin-%s%s-%s-v%d-%s.%s"
                        .formatted(
                                label,
                                bulletin.template().code(),
                                bulletin.period().text(),
                                bulletin.version(),
                                in == Language.EN ? "en" : "zh",
                                ending);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(bytes.toByteArray());
    }
}
