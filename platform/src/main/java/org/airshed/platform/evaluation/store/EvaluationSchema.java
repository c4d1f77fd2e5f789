package org.airshed.platform.evaluation.store;

import java.util.Set;
import org.airshed.platform.database.RoomSchema;
import org.springframework.stereotype.Component;

/** Schema {@code evaluation}; its policies ask those of access. */
@Component
final class EvaluationSchema implements RoomSchema {

    @Override
    public String name() {
        return "evaluation";
    }

    @Override
    public Set<String> after() {
        return Set.of("rights", "access", "observation");
    }
}
