/** Writers of office documents, one model in three formats, and of tables of any length. */
@org.jspecify.annotations.NullMarked
module org.airshed.documents {
    requires static org.jspecify;
    requires java.desktop;
    requires java.xml;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.dhatim.fastexcel;

    exports org.airshed.documents;
    exports org.airshed.documents.table;
}
