package org.airshed.documents.docx;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML written element by element; names carry their prefixes as the standard writes them. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** Begins a document with a root element; attributes are names and values in turn. */
    Xml(String root, String... attributes) {
        try {
            // Not the factory of whatever library is on the path: its bytes would be others.
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        open(root, attributes);
    }

    Xml open(String name, String... attributes) {
        return writing(() -> {
            writer.writeStartElement(name);
            writeAttributes(attributes);
        });
    }

    Xml close() {
        return writing(writer::writeEndElement);
    }

    Xml empty(String name, String... attributes) {
        return writing(() -> {
            writer.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    Xml characters(String characters) {
        return writing(() -> writer.writeCharacters(characters));
    }

    /** An element with text only. */
    Xml leaf(String name, String characters, String... attributes) {
        return open(name, attributes).characters(characters).close();
    }

    /** Closes what is open and gives the document. */
    String finish() {
        writing(writer::writeEndDocument);
        writing(writer::flush);
        return text.toString();
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int at = 0; at < attributes.length; at += 2) {
            writer.writeAttribute(attributes[at], attributes[at + 1]);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml writing(Step step) {
        try {
            step.run();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException("XML into memory failed", failure);
        }
        return this;
    }
}
