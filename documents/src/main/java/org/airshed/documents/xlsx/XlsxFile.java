package org.airshed.documents.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.airshed.documents.Block;
import org.airshed.documents.Document;
import org.airshed.documents.archive.Archive;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook: a sheet of title and contents, then one sheet per table and per figure. */
public final class XlsxFile {
    /** A table and the name of its sheet. */
    private record Named(Block.Table table, String sheet) {}

    private final Document document;

    private XlsxFile(Document document) {
        this.document = document;
    }

    /** Writes the document; the stream stays open, and nothing is written if a table is too big. */
    public static void write(Document document, OutputStream target) throws IOException {
        // The library's archive can be read from its end only, and that asks for a file.
        Path draft = Files.createTempFile("airshed-", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft))) {
                new XlsxFile(document).fill(file);
            }
            withoutTimes(draft, target);
        } finally {
            Files.delete(draft);
        }
    }

    private void fill(OutputStream target) throws IOException {
        SheetNames names = new SheetNames();
        String contents = names.take(document.language().choose("目录", "Contents"), "");
        List<Named> tables = named(names);
        try (Workbook workbook = new Workbook(target, "Airshed", "01.0000")) {
            workbook.properties().setTitle(document.title());
            writeContents(workbook.newWorksheet(contents), tables);
            for (Named table : tables) {
                Worksheet sheet = workbook.newWorksheet(table.sheet());
                new TableSheet(sheet, table.table(), document.language()).write();
            }
        }
    }

    private List<Named> named(SheetNames names) {
        List<Named> tables = new ArrayList<>();
        for (Block block : document.blocks()) {
            Block.Table table =
                    switch (block) {
                        case Block.Table itself -> itself;
                        case Block.Figure figure -> figure.chart().table(figure.caption());
                        default -> null;
                    };
            if (table != null) {
                int number = tables.size() + 1;
                String otherwise = document.language().choose("表", "Table ") + number;
                tables.add(new Named(table, names.take(table.caption(), otherwise)));
            }
        }
        return tables;
    }

    private void writeContents(Worksheet sheet, List<Named> tables) {
        sheet.width(0, 90);
        sheet.value(0, 0, document.title());
        sheet.style(0, 0).bold().fontSize(16).set();
        List<String> lines = new ArrayList<>();
        document.subtitle().ifPresent(lines::add);
        document.number().ifPresent(lines::add);
        lines.add(document.issuer());
        if (!document.date().isEmpty()) {
            lines.add(document.date());
        }
        int row = 1;
        for (String line : lines) {
            sheet.value(row++, 0, line);
        }
        if (document.status().isPresent()) {
            sheet.value(row, 0, document.status().get());
            sheet.style(row++, 0).bold().fontColor("C00000").set();
        }
        row++;
        for (Named table : tables) {
            String shown =
                    table.table().caption().isEmpty() ? table.sheet() : table.table().caption();
            String place = "'%s'!A1".formatted(table.sheet().replace("'", "''"));
            sheet.hyperlink(row++, 0, HyperLink.internal(place, shown));
        }
    }

    /** Copies the workbook without the moment it was made, which the library takes from a clock. */
    private static void withoutTimes(Path workbook, OutputStream target) throws IOException {
        Archive archive = new Archive(target);
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    text = text.replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</[^>]*>", "");
                    content = text.getBytes(StandardCharsets.UTF_8);
                }
                archive.add(entry.getName(), content);
            }
        }
        archive.finish();
    }
}
