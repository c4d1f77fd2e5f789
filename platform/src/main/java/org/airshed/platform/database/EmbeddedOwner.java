package org.airshed.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The owner of a database on the embedded server: it may create the application role and is no
 * superuser. From then on the embedded server is treated like any other.
 */
final class EmbeddedOwner {
    private EmbeddedOwner() {}

    /** Makes the role and the database, whichever is missing. */
    static void create(Login superuser, Login owner) {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            String role = new SqlName(owner.user()).quoted();
            String database = new SqlName(owner.database()).quoted();
            if (!exists(connection, "select from pg_roles where rolname = ?", owner.user())) {
                statement.execute(
                        "create role " + role + " login createrole nosuperuser nobypassrls");
            }
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(
                            owner.user(), owner.password().toCharArray(), "scram-sha-256");
            if (!exists(
                    connection, "select from pg_database where datname = ?", owner.database())) {
                statement.execute("create database " + database + " owner " + role);
                statement.execute("revoke connect on database " + database + " from public");
            }
        } catch (SQLException failure) {
            throw new DatabaseUnavailable(
                    DatabaseTrouble.CONNECTION_FAILED,
                    failure,
                    superuser.server(),
                    String.valueOf(failure.getMessage()).strip());
        }
    }

    private static boolean exists(Connection connection, String question, String name)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
