$version: "2.0"

// What an export job may export (SES dossier, sections 4.2 and 4.3).
namespace com.amazonaws.sesv2

/// One of the two.
structure ExportDataSource {
    MetricsDataSource: MetricsDataSource
    MessageInsightsDataSource: MessageInsightsDataSource
}

/// Counts and rates over a time, by the values of some dimensions.
structure MetricsDataSource {
    @required
    Dimensions: ExportDimensions

    @required
    Namespace: MetricNamespace

    @required
    Metrics: ExportMetrics

    @required
    StartDate: Timestamp

    @required
    EndDate: Timestamp
}

@length(min: 1, max: 3)
map ExportDimensions {
    key: MetricDimensionName
    value: ExportDimensionValue
}

@length(min: 1, max: 10)
list ExportDimensionValue {
    member: String
}

@length(min: 1, max: 10)
list ExportMetrics {
    member: ExportMetric
}

structure ExportMetric {
    Name: Metric
    Aggregation: MetricAggregation
}

enum MetricDimensionName {
    EMAIL_IDENTITY
    CONFIGURATION_SET
    ISP
}

enum MetricNamespace {
    VDM
}

enum Metric {
    SEND
    COMPLAINT
    PERMANENT_BOUNCE
    TRANSIENT_BOUNCE
    OPEN
    CLICK
    DELIVERY
    DELIVERY_OPEN
    DELIVERY_CLICK
    DELIVERY_COMPLAINT
}

enum MetricAggregation {
    RATE
    VOLUME
}

/// Messages of a time, one by one.
structure MessageInsightsDataSource {
    @required
    StartDate: Timestamp

    @required
    EndDate: Timestamp

    Include: MessageInsightsFilters

    Exclude: MessageInsightsFilters

    MaxResults: MessageInsightsExportMaxResults
}

/// All that are given must match; of each, one of the values.
structure MessageInsightsFilters {
    FromEmailAddress: EmailAddressFilterList
    Destination: EmailAddressFilterList
    Subject: EmailSubjectFilterList
    Isp: IspFilterList
    LastDeliveryEvent: LastDeliveryEventList
    LastEngagementEvent: LastEngagementEventList
}

@length(max: 5)
list EmailAddressFilterList {
    member: InsightsEmailAddress
}

@length(min: 1, max: 320)
@sensitive
string InsightsEmailAddress

@length(max: 1)
list EmailSubjectFilterList {
    member: EmailSubject
}

@length(min: 1, max: 998)
@sensitive
string EmailSubject

@length(max: 5)
list IspFilterList {
    member: String
}

@length(max: 5)
list LastDeliveryEventList {
    member: DeliveryEventType
}

@length(max: 2)
list LastEngagementEventList {
    member: EngagementEventType
}

enum DeliveryEventType {
    SEND
    DELIVERY
    TRANSIENT_BOUNCE
    PERMANENT_BOUNCE
    UNDETERMINED_BOUNCE
    COMPLAINT
}

enum EngagementEventType {
    OPEN
    CLICK
}

@range(min: 1, max: 10000)
integer MessageInsightsExportMaxResults
