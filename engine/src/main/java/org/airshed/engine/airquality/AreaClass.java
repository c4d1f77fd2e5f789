package org.airshed.engine.airquality;

/** A functional area of ambient air in GB 3095 (环境空气功能区). */
public enum AreaClass {
    /** Class 1: national parks, nature reserves and other specially protected areas. */
    CLASS_1,
    /** Class 2: residential, mixed, cultural, industrial and rural areas. */
    CLASS_2
}
