package org.airshed.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    /** Anonymous, so that no component scan of another test takes it for a room. */
    private static RoomSchema claim(String name) {
        return new RoomSchema() {
            @Override
            public String name() {
                return name;
            }
        };
    }

    private static List<RoomSchema> with(RoomSchema... further) {
        List<RoomSchema> all = new ArrayList<>(TestServer.roomSchemas());
        all.addAll(List.of(further));
        return all;
    }

    @Test
    void everyRoomRunsAfterTheRoomsItNames() throws IOException {
        Migrations migrations = Migrations.of(TestServer.roomSchemas());
        assertThat(migrations.rooms().getFirst()).isEqualTo(DatabaseSchema.NAME);
        for (RoomSchema schema : TestServer.roomSchemas()) {
            List<String> before =
                    migrations.rooms().subList(0, migrations.rooms().indexOf(schema.name()));
            assertThat(before).containsAll(schema.after());
        }
    }

    @Test
    void aRoomWithoutMigrationsIsRefused() {
        assertThatThrownBy(() -> Migrations.of(with(claim("ghost"))))
                .hasMessageContaining("one RoomSchema bean for each folder in db/migration")
                .hasMessageContaining("ghost");
    }

    @Test
    void migrationsWithoutARoomAreRefused() {
        assertThatThrownBy(() -> Migrations.of(List.of()))
                .hasMessageContaining("got beans [] and folders");
    }

    @Test
    void aRoomAfterAnUnknownOneIsRefused() {
        RoomSchema circular =
                new RoomSchema() {
                    @Override
                    public String name() {
                        return DatabaseSchema.NAME;
                    }

                    @Override
                    public Set<String> after() {
                        return Set.of("a room that is not there");
                    }
                };
        List<RoomSchema> rooms = new ArrayList<>(TestServer.roomSchemas());
        rooms.removeIf(room -> room.name().equals(DatabaseSchema.NAME));
        rooms.add(circular);
        assertThatThrownBy(() -> Migrations.of(rooms))
                .hasMessageContaining("got a circle or an unknown room");
    }

    @Test
    void twoClaimsToOneSchemaAreRefused() {
        assertThatThrownBy(() -> Migrations.of(with(claim("database"))))
                .hasMessageContaining("two RoomSchema beans claim the schema \"database\"");
    }

    @Test
    void aNameThatIsNoSchemaIsRefused() {
        assertThatThrownBy(() -> Migrations.of(with(claim("My Room"))))
                .hasMessageContaining("\"My Room\"");
    }

    @Test
    void anyChangeOfAnyMigrationChangesTheDigest() {
        Migrations before = migrations("create table one ()");
        assertThat(migrations("create table one ()").digest()).isEqualTo(before.digest());
        assertThat(migrations("create table two ()").digest()).isNotEqualTo(before.digest());
    }

    private static Migrations migrations(String sql) {
        return new Migrations(
                List.of("room"),
                Map.of("room", List.of(new Migrations.Migration("V1__first.sql", sql))));
    }
}
