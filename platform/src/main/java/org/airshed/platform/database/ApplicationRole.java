package org.airshed.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;

/**
 * The role the server works as: it owns nothing, and row-level security binds it.
 *
 * @param derived whether the password follows from the owner's, so that several servers agree
 */
record ApplicationRole(SqlName role, String password, boolean derived) {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    static ApplicationRole of(Login owner, DatabaseSettings settings) {
        String name = settings.appUser().isBlank() ? owner.database() + "_app" : settings.appUser();
        boolean derived = settings.appPassword().isEmpty();
        String password = derived ? derive(owner, name) : settings.appPassword();
        return new ApplicationRole(new SqlName(name), password, derived);
    }

    private static String derive(Login owner, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String purpose = "airshed application role " + name + " of " + owner.database();
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    Login login(Login owner) {
        return owner.as(role.name(), password);
    }

    /** Creates it, or sets its derived password; says what to run where the owner may not. */
    void ensure(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            if (!exists(owner)) {
                statement.execute(
                        "create role "
                                + role.quoted()
                                + " login nosuperuser nobypassrls nocreatedb nocreaterole");
                setPassword(owner);
            } else if (derived) {
                setPassword(owner);
            }
            statement.execute(
                    "grant connect on database "
                            + new SqlName(owner.getCatalog()).quoted()
                            + " to "
                            + role.quoted());
        } catch (SQLException refused) {
            if (INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                throw missing(refused);
            }
            throw refused;
        }
    }

    DatabaseUnavailable missing(Exception cause) {
        String sql =
                "create role "
                        + role.quoted()
                        + " login nosuperuser nobypassrls password '<password>';";
        return new DatabaseUnavailable(DatabaseTrouble.APP_ROLE_MISSING, cause, role.name(), sql);
    }

    /** Hashed here, so that the password appears in no statement and no server log. */
    private void setPassword(Connection owner) throws SQLException {
        owner.unwrap(PGConnection.class)
                .alterUserPassword(role.name(), password.toCharArray(), "scram-sha-256");
    }

    private boolean exists(Connection owner) throws SQLException {
        try (PreparedStatement query =
                owner.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, role.name());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Refuses a role that row-level security would not bind. */
    static void demandBound(Connection app) throws SQLException {
        String question =
                """
                select r.rolname, r.rolsuper or r.rolbypassrls or exists (
                         select from pg_namespace n
                         where n.nspname = 'database' and pg_has_role(n.nspowner, 'member'))
                from pg_roles r where r.rolname = current_user
                """;
        try (Statement statement = app.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            if (rows.next() && rows.getBoolean(2)) {
                throw new DatabaseUnavailable(
                        DatabaseTrouble.APP_ROLE_TOO_MIGHTY, rows.getString(1));
            }
        }
    }
}
