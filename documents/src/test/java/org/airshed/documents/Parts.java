package org.airshed.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** The parts of a written package, in their order. */
record Parts(Map<String, byte[]> contents) {
    static Parts of(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new Parts(parts);
    }

    List<String> names() {
        return List.copyOf(contents.keySet());
    }

    byte[] part(String name) {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new AssertionError("no part %s among %s".formatted(name, contents.keySet()));
        }
        return content;
    }

    String text(String name) {
        return new String(part(name), StandardCharsets.UTF_8);
    }

    Element xml(String name) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(part(name)))
                .getDocumentElement();
    }
}
