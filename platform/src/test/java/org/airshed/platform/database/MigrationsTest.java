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
    private record Claim(String name, Set<String> after) implements RoomSchema {}

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
        assertThatThrownBy(() -> Migrations.of(with(new Claim("ghost", Set.of()))))
                .hasMessageContaining("one RoomSchema bean for each folder in db/migration")
                .hasMessageContaining("ghost");
    }

    @Test
    void migrationsWithoutARoomAreRefused() {
        assertThatThrownBy(() -> Migrations.of(List.of()))
                .hasMessageContaining("got beans [] and folders");
    }

    @Test
    void twoClaimsToOneSchemaAreRefused() {
        assertThatThrownBy(() -> Migrations.of(with(new Claim("database", Set.of()))))
                .hasMessageContaining("two RoomSchema beans claim the schema \"database\"");
    }

    @Test
    void aNameThatIsNoSchemaIsRefused() {
        assertThatThrownBy(() -> Migrations.of(with(new Claim("My Room", Set.of()))))
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
