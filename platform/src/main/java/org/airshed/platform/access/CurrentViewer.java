package org.airshed.platform.access;

import java.util.HashMap;
import java.util.Map;
import org.airshed.platform.database.ConnectionContext;
import org.springframework.stereotype.Component;

/**
 * Who looks or acts on this thread, and so what each database connection it takes is allowed to
 * see. Set for the length of a request, a job or a step of either, never changed inside it.
 */
@Component
public class CurrentViewer implements ConnectionContext {
    private static final ScopedValue<Viewer> VIEWER = ScopedValue.newInstance();
    private static final Viewer ANYBODY = new Viewer.Anybody();

    /** The viewer of the calling thread; {@link Viewer.Anybody} where none was set. */
    public Viewer viewer() {
        return VIEWER.orElse(ANYBODY);
    }

    /** Does the work as the viewer. A transaction already open keeps the viewer it began with. */
    public <R extends @org.jspecify.annotations.Nullable Object, X extends Throwable> R as(
            Viewer viewer, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(VIEWER, viewer).call(work);
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        viewer().findPerson()
                .ifPresent(person -> settings.put("airshed.person", person.toString()));
        viewer().findKey().ifPresent(key -> settings.put("airshed.key", key.toString()));
        return settings;
    }
}
