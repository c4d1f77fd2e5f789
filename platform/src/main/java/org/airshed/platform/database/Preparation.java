package org.airshed.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a database to the state the rooms expect. When it is there already, which a digest tells,
 * one connection and one query as the application role suffice.
 */
record Preparation(Login owner, ApplicationRole app, Migrations migrations) {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Any constant will do; this one reads "airshed" in ASCII. */
    private static final long MIGRATING = 0x61697273686564L;

    private static final Set<DatabaseTrouble> NOT_YET_PREPARED =
            Set.of(DatabaseTrouble.LOGIN_REFUSED, DatabaseTrouble.DATABASE_MISSING);

    /** What the database says about itself. */
    private record State(String digest, String appRole) {}

    /**
     * @param whenAbsent makes the owner and the database of the embedded server
     * @return the login the server works with
     */
    Login prepare(Runnable whenAbsent) {
        Login appLogin = app.login(owner);
        if (appLogin.user().equals(owner.user())) {
            throw new DatabaseUnavailable(DatabaseTrouble.APP_ROLE_TOO_MIGHTY, owner.user());
        }
        if (isPrepared(appLogin)) {
            return appLogin;
        }
        try (Connection connection = ownerConnection(whenAbsent)) {
            migrate(connection);
        } catch (SQLException failure) {
            throw failed(failure);
        }
        try (Connection connection = appLogin.connect()) {
            ApplicationRole.demandBound(connection);
        } catch (SQLException failure) {
            throw failed(failure);
        } catch (DatabaseUnavailable refused) {
            throw refused.trouble() == DatabaseTrouble.LOGIN_REFUSED
                    ? app.missing(refused)
                    : refused;
        }
        return appLogin;
    }

    private boolean isPrepared(Login appLogin) {
        try (Connection connection = appLogin.connect()) {
            boolean current = state(connection).equals(Optional.of(expected()));
            if (current) {
                ApplicationRole.demandBound(connection);
            }
            return current;
        } catch (SQLException failure) {
            throw failed(failure);
        } catch (DatabaseUnavailable refused) {
            if (NOT_YET_PREPARED.contains(refused.trouble())) {
                return false;
            }
            throw refused;
        }
    }

    private Connection ownerConnection(Runnable whenAbsent) {
        try {
            return owner.connect();
        } catch (DatabaseUnavailable refused) {
            if (!NOT_YET_PREPARED.contains(refused.trouble())) {
                throw refused;
            }
            whenAbsent.run();
            return owner.connect();
        }
    }

    private State expected() {
        return new State(migrations.digest(), app.role().name());
    }

    private void migrate(Connection connection) throws SQLException {
        lock(connection);
        Optional<State> state = state(connection);
        if (state.isPresent() && !state.get().appRole().equals(app.role().name())) {
            throw new DatabaseUnavailable(
                    DatabaseTrouble.APP_ROLE_CHANGED, state.get().appRole(), app.role().name());
        }
        demandMayCreate(connection);
        app.ensure(connection);
        if (state.equals(Optional.of(expected()))) {
            return; // another server has been faster
        }
        RoomMigrator migrator = new RoomMigrator(owner, app.role());
        for (String room : migrations.rooms()) {
            grantBefore(connection, new SqlName(room));
            migrator.migrate(room, migrations.byRoom().getOrDefault(room, List.of()));
            grantAfter(connection, new SqlName(room));
        }
        remember(connection);
    }

    /** One server migrates, the others wait; the lock ends with the connection. */
    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '120s'");
            statement.execute("select pg_advisory_lock(" + MIGRATING + ")");
            statement.execute("set lock_timeout = default");
        } catch (SQLException busy) {
            if (LOCK_NOT_AVAILABLE.equals(busy.getSQLState())) {
                throw new DatabaseUnavailable(DatabaseTrouble.MIGRATION_BUSY, busy);
            }
            throw busy;
        }
    }

    private void demandMayCreate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select has_database_privilege(current_database(), 'create')")) {
            if (rows.next() && !rows.getBoolean(1)) {
                throw new DatabaseUnavailable(
                        DatabaseTrouble.OWNER_MAY_NOT_CREATE, owner.user(), owner.database());
            }
        }
    }

    /** Before the tables exist, so that a room's migration can take back what it should not. */
    private void grantBefore(Connection connection, SqlName room) throws SQLException {
        String schema = room.quoted();
        String role = app.role().quoted();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
            statement.execute("grant usage on schema " + schema + " to " + role);
            statement.execute(
                    "alter default privileges in schema "
                            + schema
                            + " grant select, insert, update, delete on tables to "
                            + role);
            statement.execute(
                    "alter default privileges in schema "
                            + schema
                            + " grant usage, select on sequences to "
                            + role);
        }
    }

    private void grantAfter(Connection connection, SqlName room) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "revoke all on "
                            + room.quoted()
                            + ".flyway_schema_history from "
                            + app.role().quoted());
        }
    }

    private void remember(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into database.migrated (only_row, digest, app_role, at)
                        values (true, ?, ?, now())
                        on conflict (only_row) do update
                        set digest = excluded.digest, app_role = excluded.app_role, at = now()
                        """)) {
            statement.setString(1, migrations.digest());
            statement.setString(2, app.role().name());
            statement.executeUpdate();
        }
    }

    /** Empty in a database no Airshed has prepared, or before this role may read it. */
    private static Optional<State> state(Connection connection) throws SQLException {
        String question =
                """
                select exists (
                    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'database' and c.relname = 'migrated'
                      and has_schema_privilege(n.oid, 'usage')
                      and has_table_privilege(c.oid, 'select'))
                """;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(question)) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet rows =
                    statement.executeQuery("select digest, app_role from database.migrated")) {
                return rows.next()
                        ? Optional.of(new State(rows.getString(1), rows.getString(2)))
                        : Optional.empty();
            }
        }
    }

    private DatabaseUnavailable failed(SQLException failure) {
        return new DatabaseUnavailable(
                DatabaseTrouble.CONNECTION_FAILED,
                failure,
                owner.server(),
                String.valueOf(failure.getMessage()).strip());
    }
}
