package org.airshed.platform.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers on a port like something that is not the server one hoped for. */
final class FakeServer implements AutoCloseable {
    /** What it does with a visitor. */
    @FunctionalInterface
    interface Manner {
        void receive(Socket visitor) throws IOException;
    }

    private final ServerSocket socket;

    FakeServer(Manner manner) throws IOException {
        socket = new ServerSocket(0, 20, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> serve(manner));
    }

    private void serve(Manner manner) {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                visitor.setSoTimeout(10_000);
                manner.receive(visitor);
            } catch (IOException visitorLeft) {
                continue;
            }
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/airshed";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A web server, as behind a port mistyped. */
    static void http(Socket visitor) throws IOException {
        visitor.getInputStream().read(new byte[8]);
        visitor.getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * PostgreSQL 15 as far as the greeting. Source: PostgreSQL 18 documentation, 54.7 "Message
     * Formats".
     */
    static void postgres15(Socket visitor) throws IOException {
        DataInputStream in = new DataInputStream(visitor.getInputStream());
        DataOutputStream out = new DataOutputStream(visitor.getOutputStream());
        int code;
        do {
            int length = in.readInt();
            code = in.readInt();
            in.skipNBytes(length - 8L);
            if (code >>> 16 == 1234) { // asks for encryption
                out.writeByte('N');
            }
        } while (code >>> 16 == 1234);
        message(out, 'R', new byte[4]);
        for (Map.Entry<String, String> parameter :
                Map.of(
                                "server_version", "15.4",
                                "client_encoding", "UTF8",
                                "DateStyle", "ISO, MDY",
                                "standard_conforming_strings", "on",
                                "integer_datetimes", "on",
                                "TimeZone", "UTC")
                        .entrySet()) {
            message(
                    out,
                    'S',
                    (parameter.getKey() + "\0" + parameter.getValue() + "\0")
                            .getBytes(StandardCharsets.UTF_8));
        }
        message(out, 'K', new byte[8]);
        message(out, 'Z', new byte[] {'I'});
        answerSettings(in, out);
    }

    private static void answerSettings(DataInputStream in, DataOutputStream out)
            throws IOException {
        for (int kind = in.read(); kind > 0 && kind != 'X'; kind = in.read()) {
            in.skipNBytes(in.readInt() - 4L);
            if (kind == 'S') {
                message(out, '1', new byte[0]);
                message(out, '2', new byte[0]);
            }
            if (kind == 'S' || kind == 'Q') {
                message(out, 'C', "SET\0".getBytes(StandardCharsets.UTF_8));
                message(out, 'Z', new byte[] {'I'});
            }
        }
    }

    private static void message(DataOutputStream out, char kind, byte[] content)
            throws IOException {
        out.writeByte(kind);
        out.writeInt(content.length + 4);
        out.write(content);
        out.flush();
    }
}
