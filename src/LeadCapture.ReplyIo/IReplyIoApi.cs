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

    [Get("/v3/custom-fields")]
    Task<IApiResponse<string>> CustomFieldsV3([Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/sequences")]
    Task<IApiResponse<string>> AllSequencesV3(
        int top, int? skip, [Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);

    [Get("/v3/whoami")]
    Task<IApiResponse<string>> WhoAmI([Property(Exchange.Connection)] ReplyIoConnection connection, CancellationToken aborted);
}
