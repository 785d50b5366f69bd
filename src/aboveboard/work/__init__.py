"""Work: durable jobs, the outbox, webhooks, and what was set aside."""
