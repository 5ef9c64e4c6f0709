using Refit;

namespace LeadCapture.ReplyIo;

[Headers("Accept: application/json", "User-Agent: LeadCapture")]
internal interface IReplyIoApi
{
    [Post("/v4/contacts")]
    Task<IApiResponse<string>> CreateV4(
        [Body(buffered: true)] NewContact contact, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Post("/v4/contacts/filter")]
    Task<IApiResponse<string>> FilterV4(
        [Body(buffered: true)] ContactFilter filter,
        [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Post("/v3/contacts")]
    Task<IApiResponse<string>> CreateV3(
        [Body(buffered: true)] NewContact contact, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Get("/v3/contacts")]
    Task<IApiResponse<string>> ByEmailV3(
        string email, int? skip, [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/contacts")]
    Task<IApiResponse<string>> ByLinkedInV3(
        string linkedIn, int? skip, [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/contacts/{id}/sequences")]
    Task<IApiResponse<string>> SequencesV3(
        int id, [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/contacts/{id}/lists")]
    Task<IApiResponse<string>> ListsV3(
        int id, [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Patch("/v4/contacts/{id}")]
    Task<IApiResponse<string>> UpdateV4(
        int id, [Body(buffered: true)] ContactChanges changes, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Patch("/v3/contacts/{id}")]
    Task<IApiResponse<string>> UpdateV3(
        int id, [Body(buffered: true)] ContactChanges changes, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Post("/v3/contact-lists/{id}/add-contacts")]
    Task<IApiResponse<string>> AddToListV3(
        int id, [Body(buffered: true)] ContactIdOrder order, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Post("/v4/sequences/{id}/contact-links/bulk")]
    Task<IApiResponse<string>> EnrollV4(
        int id, [Body(buffered: true)] EnrollmentOrder order, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Post("/v3/sequences/{id}/contact-links/bulk")]
    Task<IApiResponse<string>> EnrollV3(
        int id, [Body(buffered: true)] EnrollmentOrder order, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Post("/v4/sequences/{id}/contact-links/bulk-delete")]
    Task<IApiResponse<string>> UnenrollV4(
        int id, [Body(buffered: true)] ContactIdOrder order, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Post("/v3/sequences/{id}/contact-links/bulk-delete")]
    Task<IApiResponse<string>> UnenrollV3(
        int id, [Body(buffered: true)] ContactIdOrder order, [Property(Exchange.Connection)] ReplyIoConnection connection,
        [Property(Exchange.MaySend)] Func<bool>? maySend, CancellationToken aborted);

    [Get("/v3/custom-fields")]
    Task<IApiResponse<string>> CustomFieldsV3([Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/sequences")]
    Task<IApiResponse<string>> AllSequencesV3(
        int top, int? skip, [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/contact-lists")]
    Task<IApiResponse<string>> AllListsV3(
        int top, int? skip, [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/whoami")]
    Task<IApiResponse<string>> WhoAmI([Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);
}
