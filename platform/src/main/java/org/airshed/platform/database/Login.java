package org.airshed.platform.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One account on one database. */
record Login(String url, String user, String password) {
    /** Row-level security, generated columns and {@code set_config} as used here: all in 16. */
    static final int OLDEST_MAJOR_VERSION = 16;

    private static final Pattern URL =
            Pattern.compile(
                    "jdbc:postgresql://(?<server>[^/?#\\s]+)/(?<database>[^/?#\\s]+)(\\?[^\\s]*)?");
    private static final int ANSWER_DEADLINE_s = 10;

    Login {
        if (!URL.matcher(url).matches()) {
            throw new DatabaseUnavailable(
                    DatabaseTrouble.URL_MALFORMED, url.replaceFirst("\\?.*", ""));
        }
    }

    String server() {
        return part("server");
    }

    String database() {
        return part("database");
    }

    Login as(String otherUser, String otherPassword) {
        return new Login(url, otherUser, otherPassword);
    }

    private String part(String name) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked in the constructor: " + server());
        }
        return matcher.group(name);
    }

    /**
     * @throws DatabaseUnavailable naming the server, the database or the user that is wrong
     */
    Connection connect() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "airshed start");
        properties.setProperty("connectTimeout", Integer.toString(ANSWER_DEADLINE_s));
        properties.setProperty("loginTimeout", Integer.toString(ANSWER_DEADLINE_s));
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            demandVersion(connection);
            return connection;
        } catch (SQLException refused) {
            throw explain(refused);
        }
    }

    private void demandVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR_VERSION) {
            connection.close();
            throw new DatabaseUnavailable(
                    DatabaseTrouble.SERVER_TOO_OLD,
                    server(),
                    Integer.toString(major),
                    Integer.toString(OLDEST_MAJOR_VERSION));
        }
    }

    private DatabaseUnavailable explain(SQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                    new DatabaseUnavailable(
                            DatabaseTrouble.LOGIN_REFUSED,
                            refused,
                            user,
                            server(),
                            reason(refused));
            case "3D000" ->
                    new DatabaseUnavailable(
                            DatabaseTrouble.DATABASE_MISSING, refused, database(), server());
            default ->
                    isUnreachable(refused)
                            ? new DatabaseUnavailable(
                                    DatabaseTrouble.HOST_UNREACHABLE,
                                    refused,
                                    server(),
                                    reason(refused))
                            : explainRest(refused, state);
        };
    }

    private DatabaseUnavailable explainRest(SQLException refused, String state) {
        // Connected, but what came back is not the protocol: class 08 without a network cause.
        DatabaseTrouble trouble =
                state.startsWith("08")
                        ? DatabaseTrouble.NOT_POSTGRESQL
                        : DatabaseTrouble.CONNECTION_FAILED;
        return new DatabaseUnavailable(trouble, refused, server(), reason(refused));
    }

    private static boolean isUnreachable(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(SQLException refused) {
        Throwable deepest = refused;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message.strip();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + server() + "/" + database();
    }
}
