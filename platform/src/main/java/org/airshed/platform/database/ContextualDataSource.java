package org.airshed.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, with each connection carrying the settings of the work it is taken for, and nothing of
 * an earlier viewer: at each checkout what the connection carries is compared with what it must
 * carry, and set when they differ. See decision 0022.
 */
final class ContextualDataSource extends DelegatingDataSource {
    private static final Pattern NAME = Pattern.compile("airshed\\.[a-z][a-z_]{0,40}");
    private final HikariDataSource pool;

    /**
     * What each connection was last told, by the driver's own connection. One for all: were a pool
     * ever used through two of these, each must know what the other told.
     */
    private static final Map<Connection, Map<String, String>> CARRIED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private volatile ConnectionContext context = ConnectionContext.NOBODY;

    ContextualDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    void use(ConnectionContext provided) {
        context = provided;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Map<String, String> settings = context.settings();
        settings.keySet().forEach(ContextualDataSource::check);
        Connection connection = pool.getConnection();
        try {
            carry(connection, settings);
        } catch (SQLException failure) {
            discard(connection);
            throw failure;
        }
        return rolledBackOnClose(connection);
    }

    /** Another account would go round the viewer. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("connections are handed out for the application role only");
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected a connection setting named airshed.word, got \"" + name + "\"");
        }
    }

    /** One round trip for all that differs; what is not given is emptied. */
    private void carry(Connection connection, Map<String, String> settings) throws SQLException {
        Connection own = connection.unwrap(PgConnection.class);
        Map<String, String> before = CARRIED.getOrDefault(own, Map.of());
        if (before.equals(settings)) {
            return;
        }
        Map<String, String> all = new TreeMap<>();
        before.keySet().forEach(name -> all.put(name, ""));
        all.putAll(settings);
        String query =
                all.keySet().stream()
                        .map(name -> "set_config('" + name + "', ?, false)")
                        .collect(Collectors.joining(", ", "select ", ""));
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int position = 1;
            for (String value : all.values()) {
                statement.setString(position++, value);
            }
            statement.execute();
        }
        CARRIED.put(own, Map.copyOf(settings)); // an emptied name is as good as one never set
    }

    private Connection rolledBackOnClose(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        ContextualDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("close")) {
                                giveBack(connection);
                                return null;
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException failure) {
                                throw failure.getCause() == null ? failure : failure.getCause();
                            }
                        });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback(); // settings were made before the transaction and stand
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            discard(connection);
            throw broken;
        }
        connection.close();
    }

    private void discard(Connection connection) throws SQLException {
        pool.evictConnection(connection);
        connection.close();
    }
}
