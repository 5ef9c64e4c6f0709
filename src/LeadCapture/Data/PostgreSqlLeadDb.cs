using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Data;

public sealed class PostgreSqlLeadDb(DbContextOptions<PostgreSqlLeadDb> options) : LeadDb(options);
