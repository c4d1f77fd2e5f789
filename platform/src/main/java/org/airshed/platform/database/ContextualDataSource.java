package org.airshed.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, with each connection carrying the settings of the work it is taken for. Every name ever
 * used is set anew at each checkout, so nothing of an earlier viewer can remain; it is cleared at
 * the return as well, before the connection waits in the pool.
 */
final class ContextualDataSource extends DelegatingDataSource {
    private static final Pattern NAME = Pattern.compile("airshed\\.[a-z][a-z_]{0,40}");
    private final HikariDataSource pool;
    private final Set<String> names = new ConcurrentSkipListSet<>();
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
        names.addAll(settings.keySet());
        Connection connection = pool.getConnection();
        if (names.isEmpty()) {
            return connection;
        }
        try {
            set(connection, settings);
        } catch (SQLException failure) {
            discard(connection);
            throw failure;
        }
        return clearedOnClose(connection);
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

    /** One round trip for all of them; what is not given is emptied. */
    private void set(Connection connection, Map<String, String> settings) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        names.forEach(name -> all.put(name, ""));
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
    }

    private Connection clearedOnClose(Connection connection) {
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
                connection.rollback(); // set_config would be rolled back with the rest
                connection.setAutoCommit(true);
            }
            set(connection, new HashMap<>());
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
