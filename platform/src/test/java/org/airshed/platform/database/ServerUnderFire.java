package org.airshed.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;

/**
 * A process to be killed. {@code insert}: starts the embedded server and inserts rows one by one,
 * printing each number once its commit is acknowledged. {@code count}: prints what is there.
 */
final class ServerUnderFire {
    private ServerUnderFire() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServer.Terms terms =
                new EmbeddedServer.Terms(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        0,
                        false,
                        Duration.ofSeconds(60),
                        EmbeddedServer.Terms.DURABLE);
        try (EmbeddedServer server = EmbeddedServer.open(terms);
                Connection connection =
                        DriverManager.getConnection(
                                server.url("postgres"),
                                EmbeddedServer.SUPERUSER,
                                server.password())) {
            if (arguments[0].equals("insert")) {
                insert(connection);
            } else {
                count(server, connection);
            }
        }
    }

    private static void insert(Connection connection) throws Exception {
        long next;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists acknowledged (number bigint primary key)");
            try (ResultSet rows =
                    statement.executeQuery("select coalesce(max(number), 0) from acknowledged")) {
                rows.next();
                next = rows.getLong(1) + 1;
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into acknowledged values (?)")) {
            for (long number = next; number < next + 1_000_000; number++) {
                insert.setLong(1, number);
                insert.executeUpdate();
                System.out.println(number);
                System.out.flush();
            }
        }
    }

    private static void count(EmbeddedServer server, Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select count(*), coalesce(max(number), 0) from acknowledged")) {
            rows.next();
            System.out.println(
                    "attached=%s rows=%d last=%d"
                            .formatted(server.attached(), rows.getLong(1), rows.getLong(2)));
        }
    }
}
