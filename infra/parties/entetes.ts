import { Duration } from 'aws-cdk-lib'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'

/** Where Excel on the web shows the pane in a frame; Excel on a computer shows it in a window of its own. */
const HOTES_OFFICE = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.live.com',
]

/** Office.js loads from Microsoft's own address, as its licence wants. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com'

/** @param depots origin of the bucket, to which the browser sends the workbooks */
export function politiqueContenu(depots: string): string {
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", OFFICE_JS],
    // The components set their styles at run time.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", depots, OFFICE_JS],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'", ...HOTES_OFFICE],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}

const TRANSPORT = { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true }

/** No X-Frame-Options: it knows no list, and would shut Excel on the web out. */
export function entetesSite(scope: Construct, depots: string): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(scope, 'EntetesSite', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: politiqueContenu(depots), override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: {
        referrerPolicy: cloudfront.HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      strictTransportSecurity: TRANSPORT,
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: 'Permissions-Policy',
          value: 'camera=(), geolocation=(), microphone=(), payment=()',
          override: true,
        },
      ],
    },
  })
}

/** The API sets its own policies; these hold whatever it answers. */
export function entetesApi(scope: Construct): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(scope, 'EntetesApi', {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy:
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        override: false,
      },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: TRANSPORT,
    },
  })
}
