package org.airshed.platform.rights;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This route shows a dataset: everybody may ask, and sees the jurisdictions granted to them. The
 * handler takes a {@link Sight} argument and filters by it; tables filter by row-level security.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForReaders {
    Dataset value();
}
