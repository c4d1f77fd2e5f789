package org.airshed.platform.observation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as they should not be. */
final class BadFiles {
    static final String HEADER =
            "timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant\n";
    static final Charset GBK = Charset.forName("GB18030");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH'00'").withZone(ZoneOffset.ofHours(8));
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private BadFiles() {}

    /** A good row of the national network's file for a station of Baoding. */
    static String row(String time, String station, String pm10) {
        return time
                + ","
                + station
                + ",游泳馆,保定市,115.49,38.86,9,30,NA,20,"
                + pm10
                + ",80,140,颗粒物(PM10)\n";
    }

    /** A file of a station's consecutive hours that packs as badly as real ones. */
    static String hours(String station, int count) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int hour = 0; hour < count; hour++) {
            Instant end = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * hour);
            text.append(row(TIME.format(end), station, String.valueOf(hour * 7919 % 601)));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            for (String text : texts) {
                packed.write(bytes(text));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A gzip of a good row and one line of this many MiB: members may follow each other. */
    static byte[] gzipOfLongLine(int mebibytes) {
        byte[] mebibyte = new byte[1 << 20];
        Arrays.fill(mebibyte, (byte) 'x');
        byte[] member = gzip(new String(mebibyte, StandardCharsets.US_ASCII).repeat(16));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(gzip(HEADER, row("2026-03-02T0100", "BAD6", "60")));
        for (int part = 0; part < mebibytes / 16; part++) {
            bytes.writeBytes(member);
        }
        bytes.writeBytes(gzip("\n", row("2026-03-02T0200", "BAD6", "61")));
        return bytes.toByteArray();
    }

    static final String SHEET_MAPPING =
            """
            station = code
            area.fixed = 保定市
            longitude = east
            latitude = north
            time = time
            time.pattern = yyyy-MM-dd HH:mm
            time.zone = Asia/Shanghai
            time.labels = end
            pm2_5 = PM2.5
            unit.pm2_5 = ug/m3
            """;

    /** A workbook with a row for each of these cells in column E, from row 2 on. */
    static byte[] workbook(String afterRows, String... cells) {
        return zip(zip -> {
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData>"
                            + rows(cells)
                            + "</sheetData>"
                            + afterRows
                            + "</worksheet>");
        });
    }

    /** A workbook with a small sheet and another part of so many blanks. */
    static byte[] expandingWorkbook(String part, String start, int mebibytes) {
        byte[] blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        return zip(zip -> {
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData>" + rows() + "</sheetData></worksheet>");
            zip.putNextEntry(new ZipEntry(part));
            zip.write(bytes(start));
            for (int mebibyte = 0; mebibyte < mebibytes; mebibyte++) {
                zip.write(blank);
            }
        });
    }

    private interface Filling {
        void into(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types></Types>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"%s\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                            .formatted(OFFICE));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                            .formatted(OFFICE));
            filling.into(zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(text));
    }

    private static String rows(String... cells) {
        StringBuilder rows = new StringBuilder("<row r=\"1\">");
        String[] header = {"code", "east", "north", "time", "PM2.5"};
        for (int column = 0; column < header.length; column++) {
            rows.append(inline((char) ('A' + column) + "1", header[column]));
        }
        rows.append("</row>");
        for (int row = 2; row < cells.length + 2; row++) {
            rows.append("<row r=\"%d\">".formatted(row))
                    .append(inline("A" + row, "BADX"))
                    .append(
                            "<c r=\"B%d\"><v>115.5</v></c><c r=\"C%d\"><v>38.9</v></c>"
                                    .formatted(row, row))
                    .append(inline("D" + row, "2026-03-03 %02d:00".formatted(row)))
                    .append(cells[row - 2])
                    .append("</row>");
        }
        return rows.toString();
    }

    private static String inline(String address, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, text);
    }
}
