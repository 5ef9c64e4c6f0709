using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Shared;
using LeadCapture.Submissions;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Booth;

/// The lead that was made of what a tablet has sealed, if one could be; and who captured it.
public readonly record struct OpenedLead(Guid? Id, string By);

/// Makes leads of what tablets have sealed.
public sealed partial class CaptureOpener(
    LeadDb db, Store store, EventKeys keys, FormCatalog forms, SubmissionService submissions, CardPhotos photos, ILogger<CaptureOpener> logger)
{
    private const int MostInputs = 4096;
    private const int LongestName = 100;

    /// The lead that is stored for it, the same one each time. Null where it cannot be opened, is not what a tablet seals, or can never be
    /// stored for what it says. A store that does not take it just now throws.
    public async Task<OpenedLead> Open(SealedLead lead, int eventId, bool isLive)
    {
        if (await Inside(lead) is not { } inside)
            return new(null, "");
        var leadId = await forms.Find(inside.Form) is { } form ? await Keep(form, inside, lead, eventId, isLive) : null;
        if (leadId is { } id && inside.HasPhoto)
            await photos.Keep(id, inside.PhotoBytes());
        return new(leadId, NameOf(inside));
    }

    private static string NameOf(CapturedLead inside)
    {
        var name = InputNormalizer.OneLine(InputNormalizer.Clean(inside.By));
        return InputNormalizer.IsSendable(name, lines: false) ? InputNormalizer.Start(name, LongestName) : "";
    }

    private async Task<CapturedLead?> Inside(SealedLead lead)
    {
        try
        {
            using var key = await keys.Find(lead.Key);
            return key is null ? null : CapturedLead.Read(lead.Open(key));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            NotOpened(fault, lead.Device, lead.Number);
            return null;
        }
    }

    private async Task<Guid?> Keep(PublishedForm form, CapturedLead captured, SealedLead lead, int eventId, bool isLive)
    {
        try
        {
            var submission = PostedForm.Read(PostedForm.Inputs(Encoding.UTF8.GetBytes(captured.Inputs), charset: null, MostInputs))
                with
            { Id = $"{lead.Device:N}.{lead.Id:N}" };
            form = await forms.Shown(form, submission.Version);
            var origin = new Origin(Origin.Booth) { DeviceId = lead.Device, EventId = eventId };
            return (await submissions.TakeCaptured(form, submission, origin, await ReceiptOf(captured, submission.Id), isLive)).LeadId;
        }
        catch (Exception fault) when (store.IsFaultOfData(fault) || !IsOfStore(fault))
        {
            NotStored(fault, lead.Device, lead.Number);
            return null;
        }
    }

    /// The one that the visitor was given, unless it is another lead's.
    private async Task<string> ReceiptOf(CapturedLead captured, string submissionId) => captured.Receipt is { } given && Receipt.Fits(given)
        && !await db.Leads.AnyAsync(lead => lead.Receipt == given && lead.SubmissionId != submissionId)
            ? given
            : Receipt.New();

    /// It may pass, and the lead comes again.
    private static bool IsOfStore(Exception? fault) => fault is DbException or StoreClosedException or TimeoutException or IOException
        or OperationCanceledException || (fault?.InnerException is { } inner && IsOfStore(inner));

    [LoggerMessage(LogLevel.Error, "Lead {Number} of device {Device} cannot be stored for what it says; it is kept as it came")]
    private partial void NotStored(Exception fault, Guid device, int number);

    [LoggerMessage(LogLevel.Error, "Lead {Number} of device {Device} could not be opened; it is kept as it came")]
    private partial void NotOpened(Exception fault, Guid device, int number);
}
